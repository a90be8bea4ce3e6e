import type { CommandResult, Settings } from '#contract'
import { isOn, type OpenEyeRequest, wordOf } from './frame.ts'
import type { OpenEyeVerb } from './table.ts'
import { type CallNumbers, type PhoneSeen, registrationParam } from './told.ts'

/** What a page's words come down to. */
export interface OpenEyeActs {
  seen(): PhoneSeen
  devices(): Settings['devices']
  changeDevices(patch: Partial<Settings['devices']>): void
  /** The phone of this site, whatever servers the page names; the secret is used once and not kept. */
  register(number: string, password: string): Promise<{ readonly ok: boolean }>
  deregister(): Promise<unknown>
  dial(number: string): Promise<CommandResult>
  answer(callId: string): Promise<CommandResult>
  hangUp(callId: string): Promise<CommandResult>
  keys(callId: string, keys: string): Promise<CommandResult>
  mute(callId: string, muted: boolean): Promise<CommandResult>
}

export interface Answer {
  readonly result: number
  readonly param: Readonly<Record<string, unknown>>
}

interface Asked {
  readonly acts: OpenEyeActs
  readonly numbers: CallNumbers
  readonly param: OpenEyeRequest['param']
}

type Perform = (asked: Asked) => Promise<Answer> | Answer

const done: Answer = { result: 0, param: {} }
const refused = (errMsg: string): Answer => ({ result: 1, param: { errMsg } })
const settled = (result: { readonly ok: boolean }): Answer => (result.ok ? done : refused('refused'))

/** spec/media-and-services.md 4.3; what a page cannot change here (servers, codecs) is accepted and left alone. */
const performs: { readonly [V in OpenEyeVerb]: Perform } = {
  config: () => done,
  'answer-way': () => done,
  register,
  deregister: async ({ acts }) => {
    await acts.deregister()
    return done
  },
  status: ({ acts }) => ({ result: 0, param: registrationParam(acts.seen()) }),
  'start-call': async ({ acts, param }) => {
    const number = withoutDomain(wordOf(param, 'callee_num', 'callee'))
    return /^\+?[\d*#]{1,24}$/.test(number) ? settled(await acts.dial(number)) : refused('no number')
  },
  'accept-call': onCall((acts, callId) => acts.answer(callId)),
  'end-call': onCall((acts, callId) => acts.hangUp(callId)),
  dtmf: onCall((acts, callId, param) => acts.keys(callId, keyOf(wordOf(param, 'dtmf_tone', 'key', 'dtmf')))),
  'mute-mic': onCall((acts, callId, param) => acts.mute(callId, isOn(param, 'is_on', 'on', 'mute'))),
  'get-mic-volume': () => ({ result: 0, param: { volume: 100 } }),
  'set-mic-volume': () => done,
  'get-speaker-volume': ({ acts }) => ({ result: 0, param: { volume: percent(acts.devices().speakerVolume) } }),
  'set-speaker-volume': ({ acts, param }) => {
    const volume = Number(wordOf(param, 'volume', 'vol'))
    if (!(volume >= 0 && volume <= 100)) return refused('volume')
    acts.changeDevices({ speakerVolume: volume / 100 })
    return done
  },
  devices: ({ acts }) => ({ result: 0, param: deviceLists(acts.seen()) }),
  'get-mic-index': ({ acts }) => ({ result: 0, param: { index: indexOf(acts, 'microphone') } }),
  'get-speaker-index': ({ acts }) => ({ result: 0, param: { index: indexOf(acts, 'speaker') } }),
  'set-mic-index': ({ acts, param }) => choose(acts, 'microphone', param),
  'set-speaker-index': ({ acts, param }) => choose(acts, 'speaker', param),
}

export async function perform(verb: OpenEyeVerb, asked: Asked): Promise<Answer> {
  return performs[verb](asked)
}

async function register({ acts, param }: Asked): Promise<Answer> {
  const { agent } = acts.seen()
  const number = withoutDomain(wordOf(param, 'number', 'sip_num', 'user_number', 'name'))
  const current = agent.status === 'signed-in' ? agent.softphoneNumber : null
  if (current === number) return done
  if (current !== null) return refused(`Repeat login, current user:${current}`)
  if (number === '') return refused('no number')
  return settled(await acts.register(number, wordOf(param, 'pwd', 'sip_pwd', 'password')))
}

function onCall(act: (acts: OpenEyeActs, callId: string, param: Asked['param']) => Promise<CommandResult>): Perform {
  return async ({ acts, numbers, param }) => {
    const callId = numbers.callIdOf(wordOf(param, 'call_id'))
    return callId === null ? refused('no such call') : settled(await act(acts, callId, param))
  }
}

/** `67470001@host`, as the demo writes it. */
function withoutDomain(address: string): string {
  return address.replace(/^sip:/i, '').split('@')[0] ?? ''
}

/** 10 is `*` and 11 is `#` (4.2). */
function keyOf(tone: string): string {
  return { '10': '*', '11': '#' }[tone] ?? tone
}

const percent = (share: number) => Math.round(share * 100)

type Kind = 'microphone' | 'speaker'
const listOf = ({ line }: PhoneSeen, kind: Kind) =>
  kind === 'microphone' ? line.devices.microphones : line.devices.speakers

function deviceLists(seen: PhoneSeen) {
  const told = (kind: Kind) => listOf(seen, kind).map(({ label }, index) => ({ index, name: label }))
  return { microphones: told('microphone'), speakers: told('speaker') }
}

function indexOf(acts: OpenEyeActs, kind: Kind): number {
  const chosen = acts.devices()[kind]
  return Math.max(
    0,
    listOf(acts.seen(), kind).findIndex(({ label }) => label === chosen?.label),
  )
}

function choose(acts: OpenEyeActs, kind: Kind, param: Asked['param']): Answer {
  const device = listOf(acts.seen(), kind)[Number(wordOf(param, 'index'))]
  if (!device) return refused('no such device')
  acts.changeDevices({ [kind]: { groupId: device.groupId, label: device.label } })
  return done
}
