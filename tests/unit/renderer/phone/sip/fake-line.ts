import { vi } from 'vitest'
import type { LineAccount } from '#contract'
import type { Direction } from '#renderer/phone/sip/hold.ts'
import type { DialogMedia, OfferOptions } from '#renderer/phone/sip/session-description.ts'
import { type SipFact, SipLine } from '#renderer/phone/sip/sip-line.ts'
import { readVideo } from '#renderer/phone/sip/video.ts'
import { answer, FakeServer, type Request, request } from './fake-server.ts'

export const account: LineAccount = {
  servers: ['wss://first.example/ws', 'wss://second.example/ws'],
  domain: 'sip.example',
  number: '67470002',
  instanceId: 'urn:uuid:6b0f5c70-5a1e-4222-8333-1234567890ab',
  registerSeconds: 300,
  iceServers: [],
  codecs: ['opus'],
}

export interface FakeMedia extends DialogMedia {
  readonly heard: string[]
  closed: boolean
  broken: boolean
  /** The machine has another address than the path begins at. */
  hasMoved: boolean
  /** Whether the far side's description is refused, as one without DTLS would be. */
  refuses: boolean
  /** Keys sent as RTP events. */
  readonly pressed: string[]
  /** Whether the far side takes them so. */
  takesEvents: boolean
}

function both(theirs: boolean, ours: boolean): DialogMedia['video'] {
  return theirs && ours ? 'sendrecv' : null
}

function picture(video: Direction | null): string {
  return video === null ? '' : `\r\nm=video 9 RTP/AVP 96\r\na=${video}`
}

const afterHearing = { offer: 'our-answer', 'early-answer': 'their-answer', answer: 'nothing' } as const

function fakeMedia(): FakeMedia {
  const heard: string[] = []
  const pressed: string[] = []
  let theirs = false
  let wanted = false
  const media = {
    heard,
    closed: false,
    broken: false,
    hasMoved: false,
    stands: async () => !media.hasMoved,
    refuses: false,
    pressed,
    takesEvents: true,
    video: null as DialogMedia['video'],
    get tones() {
      return media.takesEvents ? async (keys: string) => void pressed.push(keys) : null
    },
    awaits: 'nothing' as DialogMedia['awaits'],
    hear: async (kind: 'offer' | 'answer' | 'early-answer', sdp: string) => {
      if (media.refuses || sdp.includes('refuse')) throw new Error('not a description')
      heard.push(`${kind} ${sdp}`)
      theirs = readVideo(sdp) !== null
      media.video = kind === 'answer' ? both(theirs, wanted) : media.video
      media.awaits = afterHearing[kind]
    },
    offer: async ({ restartIce, direction, video }: OfferOptions) => {
      media.awaits = 'their-answer'
      wanted = video === 'sendrecv'
      return `${restartIce ? 'our-new-offer' : 'our-offer'} a=${direction}${picture(video)}`
    },
    answer: async (direction: Direction, video: Direction) => {
      media.awaits = 'nothing'
      media.video = both(theirs, video === 'sendrecv')
      return `our-answer a=${direction}${picture(theirs ? video : null)}`
    },
    rollback: async () => {
      media.awaits = 'nothing'
    },
    close: () => {
      media.closed = true
    },
  }
  return media
}

/** The whole of `sip/` at a server that does what the test says. */
export function startLine() {
  const server = new FakeServer()
  const facts: SipFact[] = []
  const logs: string[] = []
  const media = new Map<string, FakeMedia>()
  const opened: FakeMedia[] = []
  const secrets = { asked: 0, value: 'right' as string | null }
  let ids = 0
  const line = new SipLine({
    openSocket: server.open,
    askSecret: () => {
      secrets.asked += 1
      return Promise.resolve(secrets.value)
    },
    openMedia: (dialogId) => {
      const made = fakeMedia()
      media.set(dialogId, made)
      opened.push(made)
      return made
    },
    onFact: (fact) => facts.push(fact),
    log: (level, text) => logs.push(`${level}: ${text}`),
    newId: () => {
      ids += 1
      return `d${ids}`
    },
    now: Date.now,
    random: () => 0.5,
  })
  const told = (type: SipFact['type']) => facts.filter((fact) => fact.type === type)
  const statuses = () => facts.flatMap((fact) => (fact.type === 'registration' ? [fact.registration.status] : []))
  return { line, server, facts, told, statuses, logs, media, opened, secrets }
}

export type FakeLine = ReturnType<typeof startLine>

/** Lets everything that is ready happen, in a few milliseconds. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await vi.advanceTimersByTimeAsync(1)
}

export async function registeredLine(): Promise<FakeLine> {
  const begun = startLine()
  begun.line.serve(account)
  await settle()
  return begun
}

/** An INVITE arrives and is reported. */
export async function invitedLine(given: Partial<Request> = {}): Promise<FakeLine> {
  const begun = await registeredLine()
  begun.server.socket.say(request({ method: 'INVITE', body: 'their-offer', ...given }))
  await settle()
  return begun
}

/** The tag the phone gave to its side of the first call. */
export function ourTag({ server }: FakeLine): string {
  return /tag=([^;]+)/.exec(server.sent('180')[0]?.header('To') ?? '')?.[1] ?? ''
}

/** Answered, and acknowledged. */
export async function talkingLine(): Promise<FakeLine> {
  const begun = await invitedLine()
  await begun.line.command({ verb: 'answer', dialogId: 'd1' })
  begun.server.socket.say(request({ method: 'ACK', branch: 'z9hG4bKack', toTag: ourTag(begun) }))
  await settle()
  return begun
}

const contact = ['Contact: <sip:server@sip.example;transport=ws>']

/** Dialled by us and answered by the far side: the Call-ID is ours. */
export async function dialledLine(headers: readonly string[] = []): Promise<FakeLine> {
  const begun = await registeredLine()
  await begun.line.command({ verb: 'dial', dialogId: 'd1', number: '10086' })
  await settle()
  const [invite] = begun.server.sent('INVITE')
  if (invite !== undefined) begun.server.socket.say(answer(invite, '200 OK', [...contact, ...headers], 'their-answer'))
  await settle()
  return begun
}

/** A further request of the far side inside the call that `talkingLine` began. */
export function say(begun: FakeLine, method: string, given: Partial<Request> = {}): void {
  const cseq = given.cseq ?? 2
  const branch = `z9hG4bK${method}${cseq}`
  begun.server.socket.say(request({ method, branch, toTag: ourTag(begun), ...given, cseq }))
}

/** Answers the last of our requests of this kind. */
export async function answerLast(
  begun: FakeLine,
  method: string,
  status: string,
  { headers = [], body = '' }: { readonly headers?: readonly string[]; readonly body?: string } = {},
): Promise<void> {
  const last = begun.server.sent(method).at(-1)
  if (last === undefined) throw new Error(`no ${method} was sent`)
  begun.server.socket.say(answer(last, status, [...contact, ...headers], body))
  await settle()
}
