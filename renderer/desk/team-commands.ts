import { named } from './keys/named.ts'
import type { Command } from './keys/palette.ts'
import { m } from './messages/compiled/messages.js'
import type { Parts } from './parts.svelte.ts'

/** What a team lead can do at this moment; nothing for anybody else, but to read what was sent. */
export function teamCommands({ desk, screen, teamVerbs }: Parts): readonly Command[] {
  const { rights, messages } = desk.team
  const read = named(m.team_messages, { id: 'messages', run: () => screen.show('messages') })
  if (!rights.inspect) return messages.length > 0 ? [read] : []
  return [...inspectionCommands(teamVerbs), named(m.team_board, { id: 'team', run: () => screen.show('team') }), read]
}

function inspectionCommands(verbs: Parts['teamVerbs']): readonly Command[] {
  const { inspection } = verbs
  if (!inspection) return []
  const stop = named(m.team_stop, { id: 'team-stop', run: () => verbs.stop() })
  if (inspection.stage !== 'under-way') return [stop]
  const others = (['listen', 'whisper', 'barge'] as const).filter((kind) => kind !== inspection.kind)
  const words = { listen: m.team_listen, whisper: m.team_whisper, barge: m.team_barge }
  return [
    stop,
    ...others.map((kind) => named(words[kind], { id: `team-${kind}`, run: () => verbs.turnTo(kind) })),
    named(m.team_take_over, { id: 'team-take-over', run: () => verbs.takeOver() }),
  ]
}
