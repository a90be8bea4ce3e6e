import type { SignedInAgent } from '#contract'
import { stateCommands } from './agent/state-commands.ts'
import { callCommands, insideCommands } from './call-commands.ts'
import type { Dialled } from './calls/dial/dialling.svelte.ts'
import { chatCommands, workCommands, writeCommands } from './chat-commands.ts'
import { composeCommands } from './compose-commands.ts'
import { named } from './keys/named.ts'
import { type Command, numberToCall } from './keys/palette.ts'
import { m } from './messages/compiled/messages.js'
import { inBoth } from './messages/in-both.ts'
import type { Parts } from './parts.svelte.ts'
import { popCommands } from './pop/pop-commands.ts'
import { teamCommands } from './team-commands.ts'
import { writtenNumber } from './ui/number/phone-number.ts'
import { videoCommands } from './video-commands.ts'

/** Everything the desk can do at this moment, what is most urgent first. */
export function commandsNow(parts: Parts, agent: SignedInAgent, text = ''): readonly Command[] {
  return [
    ...callCommands(parts, agent, text),
    ...chatCommands(parts),
    ...composeCommands(parts),
    ...workCommands(parts),
    ...dialCommands(parts, text),
    ...insideCommands(parts, agent, text),
    ...videoCommands(parts, text),
    ...writeCommands(parts, agent, text),
    ...stateCommands(parts.presence, agent, text),
    ...teamCommands(parts),
    ...popCommands(parts.pages),
    ...deskCommands(parts),
  ]
}

function dialCommands({ dialling, screen }: Parts, text: string): readonly Command[] {
  const typed = dialling.mayCallOut ? numberToCall(text) : null
  const dial = named(m.key_dial, { id: 'dial', key: 'dial', run: () => screen.toDialler(dialling) })
  const [last] = dialling.recent
  const again = last ? [redial(last, () => dialling.again(last))] : []
  if (!typed) return [dial, ...again]
  const title = m.call_number({ number: writtenNumber(typed) })
  return [{ id: 'call-number', title, words: `${text} ${title}`, run: () => dialling.dial(typed) }, dial, ...again]
}

function redial({ number }: Dialled, run: () => unknown): Command {
  const words = inBoth((options) => m.redial({ number }, options))
  return { id: 'redial', title: m.redial({ number: writtenNumber(number) }), words, run }
}

function deskCommands({ desk, screen, work, dialling, pastCalls }: Parts): readonly Command[] {
  const { settings, calls } = desk
  const change = (patch: Partial<typeof settings>) => desk.bridge.request('settings.change', patch)
  const [lastMissed] = calls.missed
  return [
    ...(lastMissed?.number && dialling.mayCallOut
      ? [named(m.call_back_last, { id: 'call-back', run: () => dialling.dial(lastMissed.number) })]
      : []),
    named(m.show_calls, { id: 'calls', run: () => screen.show('calls') }),
    ...(desk.chats.site.available
      ? [named(m.chat_rail, { id: 'chats', run: () => screen.toChats(work.waiting) })]
      : []),
    named(m.directory, { id: 'directory', run: () => screen.show('directory') }),
    named(m.key_history, { id: 'history', key: 'history', run: () => screen.toHistory(pastCalls) }),
    named(m.settings, { id: 'settings', run: () => screen.show('settings') }),
    named(m.bar_mode, { id: 'bar-mode', key: 'bar-mode', run: () => change({ barMode: !settings.barMode }) }),
    named(m.speak_chinese, { id: 'chinese', run: () => change({ language: 'zh-CN' }) }),
    named(m.speak_english, { id: 'english', run: () => change({ language: 'en' }) }),
    named(m.theme_light_command, { id: 'light', run: () => change({ theme: 'light' }) }),
    named(m.theme_dark_command, { id: 'dark', run: () => change({ theme: 'dark' }) }),
    named(m.try_ring, { id: 'try-ring', run: () => desk.bridge.request('settings.tryRing', undefined) }),
  ]
}
