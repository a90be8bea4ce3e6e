import { z } from 'zod'
import { word } from './parts.ts'

/** What a far side sends is cut, not refused: a fact about a call must not be lost for a caller's long name. */
const farSideText = z.string().transform((text) => text.slice(0, 200))
const server = z.string().max(500)
const dialogId = word
const code = z.int().min(100).max(699)

const registration = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('off') }),
  z.strictObject({ status: z.literal('connecting'), server }),
  z.strictObject({ status: z.literal('registered'), server, since: z.number() }),
  z.strictObject({
    status: z.literal('failed'),
    server,
    reason: z.enum(['wrong-password', 'unreachable', 'untrusted', 'refused', 'no-answer']),
    code: code.exactOptional(),
  }),
])

const microphone = z.strictObject({
  status: z.enum(['at-rest', 'ready', 'open', 'missing', 'refused', 'unplugged', 'failed']),
  label: farSideText,
})

const camera = z.strictObject({
  status: z.enum(['closed', 'open', 'missing', 'refused', 'unplugged', 'failed']),
  label: farSideText,
})

const device = z.strictObject({ id: word, groupId: word, label: farSideText })
const devices = z.strictObject({
  microphones: z.array(device).max(100).readonly(),
  speakers: z.array(device).max(100).readonly(),
})

export const lineFact = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('registration'), registration }),
  z.strictObject({
    type: z.literal('invited'),
    dialogId,
    number: farSideText,
    name: farSideText.exactOptional(),
    video: z.boolean().exactOptional(),
  }),
  z.strictObject({ type: z.literal('dialling'), dialogId }),
  z.strictObject({ type: z.literal('far-side-rings'), dialogId }),
  z.strictObject({ type: z.literal('established'), dialogId }),
  z.strictObject({
    type: z.literal('ended'),
    dialogId,
    cause: z.enum(['far-side-hung-up', 'cancelled', 'we-ended', 'refused', 'failed', 'lost']),
    code: code.exactOptional(),
  }),
  z.strictObject({ type: z.literal('microphone'), microphone }),
  z.strictObject({ type: z.literal('devices'), devices }),
  z.strictObject({ type: z.literal('camera'), camera }),
  z.strictObject({ type: z.literal('cameras'), cameras: z.array(device).max(100).readonly() }),
  z.strictObject({ type: z.literal('video'), dialogId, sends: z.boolean(), receives: z.boolean() }),
  z.strictObject({ type: z.literal('video-asked'), dialogId, asked: z.boolean() }),
  z.strictObject({ type: z.literal('sending'), dialogId, source: z.enum(['off', 'camera', 'screen']) }),
  z.strictObject({ type: z.literal('ring'), ring: z.enum(['silent', 'sounding', 'failed']) }),
  z.strictObject({ type: z.literal('hold'), dialogId, held: z.boolean() }),
  z.strictObject({ type: z.literal('held-by-far-side'), dialogId, held: z.boolean() }),
  z.strictObject({ type: z.literal('keys-sent'), dialogId, keys: z.string().regex(/^[0-9A-D*#]{1,24}$/) }),
  z.strictObject({
    type: z.literal('transfer'),
    dialogId,
    stage: z.enum(['asked', 'ringing', 'done', 'failed']),
    code: code.exactOptional(),
  }),
  z.strictObject({ type: z.literal('speaks-muted'), speaks: z.boolean() }),
  z.strictObject({ type: z.literal('far-side-silent'), dialogId, silent: z.boolean() }),
  z.strictObject({
    type: z.literal('command-failed'),
    verb: z.enum([
      ...(['answer', 'decline', 'hang-up', 'dial', 'hold', 'keys', 'transfer'] as const),
      ...(['video', 'share', 'try-ring', 'close'] as const),
    ]),
    dialogId: dialogId.exactOptional(),
    why: farSideText,
  }),
])
