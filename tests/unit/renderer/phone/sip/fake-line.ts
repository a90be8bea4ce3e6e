import { vi } from 'vitest'
import type { LineAccount } from '#contract'
import type { DialogMedia } from '#renderer/phone/sip/session-description.ts'
import { type SipFact, SipLine } from '#renderer/phone/sip/sip-line.ts'
import { FakeServer, type Request, request } from './fake-server.ts'

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
  /** Whether the far side's description is refused, as one without DTLS would be. */
  refuses: boolean
}

function fakeMedia(): FakeMedia {
  const heard: string[] = []
  const media = {
    heard,
    closed: false,
    refuses: false,
    awaits: 'nothing' as DialogMedia['awaits'],
    hear: async (kind: 'offer' | 'answer', sdp: string) => {
      if (media.refuses || sdp.includes('refuse')) throw new Error('not a description')
      heard.push(`${kind} ${sdp}`)
      media.awaits = kind === 'offer' ? 'our-answer' : 'nothing'
    },
    offer: async (restartIce: boolean) => {
      media.awaits = 'their-answer'
      return restartIce ? 'our-new-offer' : 'our-offer'
    },
    answer: async () => {
      media.awaits = 'nothing'
      return 'our-answer'
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
  return { line, server, facts, told, statuses, logs, media, secrets }
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
