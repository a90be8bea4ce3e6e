import type { Call, CallVerb, SignedInAgent } from '#contract'
import { callTitle, partyName } from './calls/call-words.ts'
import type { KeyName } from './keys/keys.ts'
import { named } from './keys/named.ts'
import { type Command, numberIn } from './keys/palette.ts'
import { m } from './messages/compiled/messages.js'
import { inBoth } from './messages/in-both.ts'
import type { Parts } from './parts.svelte.ts'

type OfVerb = readonly (readonly [CallVerb, Command])[]

/** What can be done with the call in the bar, what is most urgent first; then with the others. */
export function callCommands(parts: Parts, agent: SignedInAgent, text: string): readonly Command[] {
  const { call } = parts.screen
  if (!call) return []
  const all = [
    ...answerCommands(parts, agent, call),
    ...talkCommands(parts, call),
    ...recordCommands(parts, call),
    ...numberCommands(parts, call, text),
  ]
  const now = all.filter(([verb]) => call.verbs.includes(verb)).map(([, command]) => command)
  return [...now, ...partyCommands(parts, call), ...otherCommands(parts)]
}

function answerCommands({ verbs }: Parts, agent: SignedInAgent, call: Call): OfVerb {
  const back = named(m.decline_requeue_command, {
    id: 'requeue',
    key: 'hang-up',
    run: () => verbs.decline(call, 'requeue'),
  })
  const off = named(m.decline_release_command, { id: 'release', run: () => verbs.decline(call, 'release') })
  const only = named(m.decline, { id: 'release', key: 'hang-up', run: () => verbs.decline(call, 'release') })
  const declines = agent.gateway.status === 'none' ? [only] : [back, off]
  return [
    ['answer', named(m.answer, { id: 'answer', key: 'answer', run: () => verbs.answer(call) })],
    ...declines.map((command) => ['decline', command] as const),
  ]
}

function talkCommands({ verbs, handover, keystrokes }: Parts, call: Call): OfVerb {
  return [
    ['mute', named(m.mute, { id: 'mute', key: 'mute', run: () => verbs.mute(call, true) })],
    ['unmute', named(m.unmute, { id: 'unmute', key: 'mute', run: () => verbs.mute(call, false) })],
    ['hold', named(m.hold, { id: 'hold', key: 'hold', run: () => verbs.hold(call) })],
    ['retrieve', named(m.retrieve, { id: 'retrieve', key: 'hold', run: () => verbs.retrieve(call) })],
    ['take-back', named(m.take_back, { id: 'take-back', key: 'transfer', run: () => verbs.takeBack(call) })],
    ['transfer', named(m.transfer, { id: 'transfer', key: 'transfer', run: () => handover.open(call) })],
    ['keys', named(m.keypad, { id: 'keypad', run: () => keystrokes.open(call) })],
    ['consult', named(m.call_consult, { id: 'consult', run: () => handover.open(call, { consult: true }) })],
    ...(call.part === 'consult' ? [finishConsult(verbs, call)] : []),
    ['hang-up', named(m.hang_up, { id: 'hang-up', key: 'hang-up', run: () => verbs.hangUp(call) })],
  ]
}

function recordCommands({ verbs }: Parts, call: Call): OfVerb {
  return [
    [
      'pause-recording',
      named(m.recording_pause, { id: 'pause', key: 'record', run: () => verbs.record(call, 'pause') }),
    ],
    [
      'resume-recording',
      named(m.recording_resume, { id: 'resume', key: 'record', run: () => verbs.record(call, 'resume') }),
    ],
    ['start-recording', named(m.recording_start, { id: 'start', run: () => verbs.record(call, 'start') })],
    ['stop-recording', named(m.recording_stop, { id: 'stop', run: () => verbs.record(call, 'stop') })],
  ]
}

function finishConsult(verbs: Parts['verbs'], call: Call): OfVerb[number] {
  const run = () => verbs.finishConsult(call)
  return ['drop-party', named(m.consult_finish_hint, { id: 'finish', key: 'transfer', run })]
}

/** With a number in the text: to whom, or which keys. */
function numberCommands({ handover, keystrokes }: Parts, call: Call, text: string): OfVerb {
  const number = numberIn(text)
  if (!number) return []
  const to = { text: number }
  return [
    ['transfer', about(m.transfer_to, { number }, '转移', { run: () => handover.open(call, to) })],
    [
      'consult',
      about(m.consult_with, { number }, '咨询', { run: () => handover.open(call, { ...to, consult: true }) }),
    ],
    ['keys', about(m.send_keys, { number }, '拨号', { run: () => keystrokes.press(call, number) })],
  ]
}

function partyCommands({ verbs }: Parts, call: Call): readonly Command[] {
  if (!call.verbs.includes('drop-party') || call.part === 'consult') return []
  return call.parties.map((party) => ({
    id: `drop-${party.number}`,
    title: m.call_drop({ who: partyName(call, party) }),
    words: inBoth((options) => m.call_drop({ who: `${partyName(call, party)} ${party.number}` }, options)),
    run: () => verbs.drop(call, party.number),
  }))
}

/** The calls that wait, each by its name. */
function otherCommands({ screen, verbs }: Pick<Parts, 'screen' | 'verbs'>): readonly Command[] {
  const talks = screen.call?.phase.name === 'talking'
  const phrase = talks ? m.swap_to : m.retrieve_who
  const ringing = screen.others.find((other) => other.verbs.includes('answer'))
  const held = screen.others.flatMap((other) => [
    ...ofOther(other, 'answer', m.answer_who, () => verbs.answer(other), other === ringing ? 'answer' : undefined),
    ...ofOther(other, 'retrieve', phrase, () => verbs.retrieve(other)),
    ...ofOther(other, 'conference', m.call_join_with, () => verbs.join(other)),
  ])
  return held
}

type WhoPhrase = (inputs: { who: string }, options?: { locale?: 'en' | 'zh-CN' }) => string

function ofOther(
  other: Call,
  verb: CallVerb,
  phrase: WhoPhrase,
  run: () => unknown,
  key?: KeyName,
): readonly Command[] {
  if (!other.verbs.includes(verb)) return []
  const who = callTitle(other)
  const words = inBoth((options) => phrase({ who: `${who} ${other.number}` }, options))
  return [{ id: `${verb}-${other.id}`, title: phrase({ who }), words, run, ...(key && { key }) }]
}

/** Calls inside the site, and a colleague's call that rings; only by their number. */
export function insideCommands({ desk, dialling }: Parts, agent: SignedInAgent, text: string): readonly Command[] {
  const number = numberIn(text)
  if (!number || agent.gateway.status === 'none') return []
  const inside = about(m.call_inside, { number }, '内线', { run: () => dialling.callInside('agent', number) })
  if (!desk.team.rights.pickUp) return [inside]
  return [inside, about(m.pick_up_call, { number }, '代接', { run: () => dialling.pickUp(number) })]
}

type NumberPhrase = (inputs: { number: string }, options?: { locale?: 'en' | 'zh-CN' }) => string

/** Found by its words with or without a space before the number, and by one more word for the same. */
function about(
  phrase: NumberPhrase,
  { number }: { number: string },
  alias: string,
  rest: Pick<Command, 'run'>,
): Command {
  const title = phrase({ number })
  const both = inBoth((options) => phrase({ number }, options))
  const words = `${both} ${both.replaceAll(' ', '')} ${alias}${number}`
  return { id: `${alias}-${number}`, title, words, onlyFound: true, ...rest }
}
