import type { Inspection, ListenedTo, Message } from '#contract'
import { m } from '../messages/compiled/messages.js'
import { stateWord } from '../ui/state/state-word.ts'
import type { Order } from './board/order.ts'
import type { StateFilter } from './board/team-board.svelte.ts'
import type { Costly, TeamVerb, Whom } from './team-verbs.svelte.ts'

export function filterWord(filter: StateFilter): string {
  if (filter === 'all') return m.team_all()
  return filter === 'signed-in' ? m.team_signed_in() : stateWord(filter)
}

export function orderWord(order: Order): string {
  return { state: m.team_by_state, name: m.team_by_name, longest: m.team_by_longest }[order]()
}

/** What is going on, as it stands in the call bar. */
export function inspectionWord({ stage, kind, name }: Inspection): string {
  if (stage !== 'under-way') return m.team_connecting({ name })
  return { listen: m.team_listening_to, whisper: m.team_whispering_to, barge: m.team_barged_in_on }[kind]({ name })
}

/** Who hears the team lead now. */
export function heardByWord({ kind, stage, name }: Inspection): string {
  if (stage !== 'under-way' || kind === 'listen') return m.team_heard_by_nobody()
  return kind === 'whisper' ? m.team_heard_by({ name }) : m.team_heard_by_both()
}

export function listenedToWord({ how, by }: ListenedTo): string {
  const who = by ?? m.team_somebody()
  const words = {
    listen: m.team_listens,
    whisper: m.team_whispers,
    barge: m.team_has_joined,
    unknown: m.team_listens,
  }
  return words[how]({ who })
}

export function questionWords(what: Costly, { name }: Whom) {
  const words = {
    'take-over': { title: m.team_ask_take_over, text: m.team_ask_take_over_text, yes: m.team_take_over },
    release: { title: m.team_ask_release, text: m.team_ask_release_text, yes: m.team_release },
    'sign-out': { title: m.team_ask_sign_out, text: m.team_ask_sign_out_text, yes: m.team_sign_out },
  }[what]
  return { title: words.title({ name }), text: words.text(), yes: words.yes() }
}

export function failureWord(verb: TeamVerb, { name }: Whom): string {
  const words: { readonly [V in TeamVerb]: (inputs: { name: string }) => string } = {
    listen: m.team_failed_inspect,
    barge: m.team_failed_inspect,
    turn: m.team_failed_turn,
    'take-over': m.team_failed_take_over,
    stop: m.team_failed_stop,
    release: m.team_failed_release,
    busy: m.team_failed_force,
    idle: m.team_failed_force,
    rest: m.team_failed_force,
    'sign-out': m.team_failed_force,
  }
  return words[verb]({ name })
}

export function messageTitle({ kind, from, fromName }: Message): string {
  if (kind === 'bulletin') return m.team_bulletin()
  const who = fromName ?? from
  return who ? m.team_note_from({ name: who }) : m.team_note()
}
