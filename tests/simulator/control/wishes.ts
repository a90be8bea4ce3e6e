import { z } from 'zod'

/** What people may ask for over HTTP, and in which shape; anything else is told what was expected. */

export const workNumber = z.string().regex(/^\d{3,6}$/, 'a work number, as in "6001"')
export const number = z.string().regex(/^[\d*#+]{1,24}$/, 'a telephone number of 1 to 24 digits')
export const tone = z.number().min(50).max(3_900)

/** At most one of the two; neither is silence. */
const voice = { tone: tone.nullish(), file: z.string().exactOptional() }

export const newCustomer = z.strictObject({
  number,
  name: z.string().max(80).exactOptional(),
  ...voice,
  whenCalled: z.enum(['answers', 'busy', 'no-answer']).exactOptional(),
  ringMs: z.int().min(0).exactOptional(),
  camera: z.boolean().exactOptional(),
})

export const newCall = z
  .strictObject({
    number,
    name: z.string().max(80).exactOptional(),
    ...voice,
    queue: z.string().exactOptional(),
    phone: z.string().exactOptional(),
    patienceMs: z.int().min(0).exactOptional(),
    /** Makes a video call; the customer has a camera then. */
    video: z.boolean().default(false),
  })
  .refine(({ queue, phone }) => (queue === undefined) !== (phone === undefined), 'either a queue or a phone')

export const saying = z.strictObject(voice)
export const resting = z.strictObject({
  seconds: z.int().min(1).max(86_399),
  reason: z.int().min(0).max(255).default(0),
})

const effect = z.discriminatedUnion('do', [
  z.strictObject({ do: z.enum(['drop', 'duplicate', 'reorder', 'close', 'destroy', 'deaf']) }),
  z.strictObject({ do: z.literal('delay'), ms: z.int().min(0) }),
  z.strictObject({ do: z.literal('refuse'), retcode: z.string(), message: z.string().exactOptional() }),
  z.strictObject({ do: z.literal('text'), text: z.string(), status: z.int().min(100).max(599).exactOptional() }),
])

export const newFault = z.strictObject({
  at: z.enum(['connect', 'request', 'response', 'event']),
  agent: workNumber.exactOptional(),
  name: z.string().exactOptional(),
  skip: z.int().min(0).exactOptional(),
  times: z.int().min(1).exactOptional(),
  effect,
})

export const socketEnd = z.strictObject({ how: z.enum(['close', 'destroy']), agent: workNumber.exactOptional() })
export const onOff = z.strictObject({ on: z.boolean() })
export const ownEvent = z.strictObject({
  agent: workNumber,
  eventType: z.string(),
  content: z.unknown().exactOptional(),
})
export const ownText = z.strictObject({ agent: workNumber, text: z.string() })

export const sipFault = z.strictObject({
  refuseRegister: z.int().min(300).max(699).nullable().exactOptional(),
  deaf: z.boolean().exactOptional(),
  delayMs: z.int().min(0).exactOptional(),
  challenge: z.enum(['MD5', 'SHA-256', 'both']).exactOptional(),
  glare: z.int().min(0).exactOptional(),
  forkRings: z.enum(['no', 'unreliably', 'reliably']).exactOptional(),
  forkAnswers: z.boolean().exactOptional(),
  reliableRinging: z.boolean().exactOptional(),
  telephoneEvents: z.boolean().exactOptional(),
  bundle: z.boolean().exactOptional(),
  sessionExpires: z.string().nullable().exactOptional(),
})

export const behaviour = z.strictObject({
  authMode: z.literal([1, 2]).exactOptional(),
  checkCookies: z.boolean().exactOptional(),
  takenOverCode: z.enum(['100-006', '000-003']).exactOptional(),
  eventsWhileGone: z.enum(['lost', 'kept']).exactOptional(),
  olderForceEvents: z.boolean().exactOptional(),
  incomingCallInfo: z.boolean().exactOptional(),
  eventGenTime: z.boolean().exactOptional(),
  registrationLost: z.enum(['next-call', 'at-once']).exactOptional(),
  restApproval: z.enum(['at-once', 'by-hand']).exactOptional(),
  callWaiting: z.enum(['never', 'while-held', 'while-talking']).exactOptional(),
  conferenceKeeps: z.enum(['held', 'talking']).exactOptional(),
  recordsAll: z.boolean().exactOptional(),
  selfRecord: z.boolean().exactOptional(),
  licenceFull: z.boolean().exactOptional(),
  queriesAMinute: z.int().min(0).exactOptional(),
})

export const journalQuery = z.object({
  since: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(10_000).default(1_000),
})

export const profileQuery = z.object({
  transport: z.enum(['websocket', 'poll']).default('websocket'),
  gateway: z.stringbool().default(true),
})

/** No body is needed; one that is empty does no harm. */
export const nothing = z.union([z.undefined(), z.strictObject({})])

export type NewCustomer = z.infer<typeof newCustomer>
