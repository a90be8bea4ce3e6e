import { z } from 'zod'
import { address, ca } from './address.ts'
import { chatShape } from './chat.ts'
import { doorsShape } from './doors.ts'
import { pagesShape } from './pages.ts'

/**
 * What a site's connection profile may say. The messages are what was expected, in signs that need no language; they
 * reach the screen behind a sentence of the agent's own.
 */
const word = z.string().trim().min(1, '…').max(200, '≤ 200')

/** A reason's number and its name in both languages: `"201": { "en": "Lunch", "zh-CN": "午餐" }`. */
function reasons(first: number, last: number) {
  const number = z.string().refine((text) => isWithin(text, first, last), `${first} … ${last}`)
  const names = z.strictObject({ en: word, 'zh-CN': word })
  return z.record(number, names).default({})
}

function isWithin(text: string, first: number, last: number): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= first && Number(text) <= last
}

const gateway = z.strictObject({
  url: address('https', 'https://host:port/agentgateway'),
  transport: z.enum(['websocket', 'poll'], 'websocket | poll').default('websocket'),
  websocketUrl: address('wss', 'wss://host:port/…/{agentId}').exactOptional(),
  ca: ca.exactOptional(),
  autoAnswer: z.boolean().default(false),
  wrapUp: z.boolean().default(true),
  alwaysOffHook: z.boolean().default(false),
  /** Agents may record by themselves (spec/ccgateway.md 10, IF_ENABLE_AGENT_SELFRECORD). */
  recording: z.boolean().default(false),
  /** Video calls, for which the agent signs in as a video agent (spec/ccgateway.md 12, agenttype 11). */
  video: z.boolean().default(false),
  busyReasons: reasons(200, 250),
  restReasons: reasons(1, 255),
  /** How long the queues let a wrap-up last, where the gateway does not say. */
  wrapUpSeconds: z.int('1 … 86400').min(1, '1 … 86400').max(86_400, '1 … 86400').exactOptional(),
  /** Whether an agent is told that a team lead listens, whispers or barges in. Some countries' law asks for it. */
  tellWhenListenedTo: z.boolean().default(true),
  /** How long a rest may wait for approval before the agent is told that it did not come. */
  restApprovalSeconds: z.int('1 … 3600').min(1, '1 … 3600').max(3_600, '1 … 3600').default(120),
})

const iceServer = z.strictObject({
  urls: z
    .string()
    .max(500)
    .regex(/^(?:stuns?|turns?):[^\s/]+$/, 'stun:host:port | turn:host:port | turns:host:port'),
  username: word.exactOptional(),
  credential: word.exactOptional(),
})

const sip = z.strictObject({
  servers: z.array(address('wss', 'wss://host:port/path')).min(1, '["wss://…"]').max(10, '≤ 10').readonly(),
  domain: z
    .string()
    .max(253)
    .regex(/^(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*|\[[\dA-Fa-f:.]+\])(?::\d{1,5})?$/, 'host | host:port'),
  iceServers: z.array(iceServer).max(10, '≤ 10').readonly().default([]),
  codecs: z
    .array(z.enum(['opus', 'PCMA', 'PCMU'], 'opus | PCMA | PCMU'))
    .min(1, 'opus | PCMA | PCMU')
    .refine((codecs) => new Set(codecs).size === codecs.length, 'opus | PCMA | PCMU')
    .readonly()
    .default(['opus', 'PCMA', 'PCMU']),
  /** The order in which video is offered; without it the media engine's own. */
  videoCodecs: z
    .array(z.enum(['H264', 'VP8'], 'H264 | VP8'))
    .min(1, 'H264 | VP8')
    .refine((codecs) => new Set(codecs).size === codecs.length, 'H264 | VP8')
    .readonly()
    .exactOptional(),
  /** Video calls of the line alone; with a gateway its own word counts. */
  video: z.boolean().default(true),
  registerSeconds: z.int('60 … 3600').min(60, '60 … 3600').max(3_600, '60 … 3600').default(300),
  ca: ca.exactOptional(),
})

/** 0: a call is forgotten when Earshot ends, and nothing of it is on the disk. */
const historyDays = z.int('0 … 365').min(0, '0 … 365').max(365, '0 … 365').default(30)

/** ISO 3166-1 alpha-2: the country whose numbers are written without its code. */
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'CN | DE | …')
  .default('CN')

export const profileShape = z.strictObject({
  name: word,
  country,
  gateway: gateway.exactOptional(),
  sip,
  historyDays,
  /** Absent: no chat. */
  chat: chatShape.exactOptional(),
  doors: doorsShape.exactOptional(),
  pages: pagesShape,
})

/** A connection profile as it may be used: checked, with its defaults, and `ca` the PEM text itself. */
export type Profile = z.output<typeof profileShape>
