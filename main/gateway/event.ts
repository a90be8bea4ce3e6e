import type { Channel, MessageContent, MessageSide, Time } from '#contract'

/** The kind of a call as the platform numbers it (spec/ccgateway.md 16.4). */
export type CallFeature = number

export type InspectionKind = 'listen' | 'insert' | 'whisper'

interface CallParties {
  readonly callId: string
  readonly caller: string
  readonly called: string
  readonly feature: CallFeature
  /** `assistant`: the agent was asked into a colleague's call (spec/ccgateway.md 8.4, inferred). */
  readonly part: 'main' | 'assistant'
  /** Absent where the event does not say (spec/ccgateway.md 16.6). */
  readonly video?: boolean
  /** Somebody has handed it on (spec/ccgateway.md 15.2, `transfer`). */
  readonly transferred?: true
}

/** One of the platform's text calls, as an event names it. */
interface ChatParties {
  readonly callId: string
  readonly caller: string
  readonly called: string
  readonly feature: CallFeature
  readonly queue?: string
  readonly queueId?: number
  /** Absent where the event does not say. */
  readonly channel?: Channel
  /** Who handed it on. */
  readonly transferredFrom?: string
}

/** What was said or done in a conversation (spec/media-and-services.md 2.3 to 2.5, 3.2). */
export interface ChatSaid {
  readonly control: 'chat' | 'typing' | 'read' | 'connect' | 'to-agent' | 'disconnect'
  /** `messageCode` or `messageId`; absent where the platform gives none. */
  readonly id?: string
  readonly side: MessageSide
  readonly name?: string
  /** By the sender's or the platform's clock. */
  readonly sentAt?: Time
  readonly content: MessageContent
  /** Of `read`: the ids that were read. */
  readonly ids: readonly string[]
  readonly channel?: Channel
  /** As the platform wrote them, to be echoed when it is answered (spec/media-and-services.md chapter 11, 3). */
  readonly from?: string
  readonly to?: string
  /** Of `disconnect`: the customer may come back (spec/media-and-services.md 2.5). */
  readonly away?: boolean
  /** Names of what was not understood, fit for a log. */
  readonly unknownKeys: readonly string[]
}

/** Text calls: never to be taken for voice (`wire/chat/`). */
export type ChatFact =
  | ({ readonly type: 'chat-call'; readonly stage: 'info' | 'ringing' | 'auto-answer' | 'talking' } & ChatParties)
  | ({ readonly type: 'chat-said'; readonly said: ChatSaid } & ChatParties)
  /** The older generation tells only that there is a message, which has to be fetched (2.6). */
  | { readonly type: 'chat-waits'; readonly callId: string; readonly messageId: string }
  /** The older generation's one word for every ending (2.6). */
  | { readonly type: 'chat-disconnected'; readonly callId: string }
  | { readonly type: 'chat-transfer-failed'; readonly callId: string }
  | { readonly type: 'chat-made'; readonly callId: string; readonly called: string }
  | { readonly type: 'chat-not-made'; readonly callId: string }

/**
 * What the gateway tells of, exact: the one shape the rest of the app knows. The lenient parsing of the wire's many
 * spellings is in `wire/parse-event.ts` (spec/ccgateway.md chapter 15).
 */
export type GatewayFact =
  | ChatFact
  | { readonly type: 'in-service' }
  | { readonly type: 'signed-out' }
  | {
      readonly type: 'agent-state'
      readonly state: 'idle' | 'busy' | 'rest' | 'wrap-up' | 'talking'
      readonly reason?: number
      readonly forced?: boolean
    }
  | { readonly type: 'rest-over' }
  | { readonly type: 'phone-alerting' }
  | { readonly type: 'phone-offhook' }
  | { readonly type: 'phone-release' }
  | {
      readonly type: 'call-info'
      readonly callId: string
      readonly caller: string
      readonly called: string
      readonly queue?: string
      readonly queueId?: number
    }
  | ({ readonly type: 'ringing' } & CallParties)
  | ({ readonly type: 'auto-answer' } & CallParties)
  | ({ readonly type: 'talking' } & CallParties)
  | { readonly type: 'customer-alerting'; readonly callId: string; readonly otherPhone: string }
  | { readonly type: 'hold'; readonly callId: string }
  | { readonly type: 'conference'; readonly callId: string; readonly partners: readonly string[] }
  | { readonly type: 'call-release'; readonly callId: string }
  /** `number`: who left, where it says so (spec/ccgateway.md 15.2). */
  | { readonly type: 'customer-release'; readonly callId: string; readonly number?: string }
  | { readonly type: 'no-answer'; readonly callId: string }
  | { readonly type: 'call-abandoned'; readonly callId: string; readonly caller: string }
  | {
      readonly type: 'call-failed'
      readonly callId: string
      readonly how: 'call-out' | 'inside' | 'consult' | 'connect'
    }
  /** What became of a transfer in mode "success" (spec/ccgateway.md 8.3, 15.2). */
  | { readonly type: 'transfer-result'; readonly callId: string; readonly succeeded: boolean }
  /** The customer is back from the IVR of a "suspend" transfer. */
  | { readonly type: 'return-from-ivr'; readonly callId: string }
  /** Without a call id it is about the call that talks (spec/ccgateway.md 15.7). */
  | { readonly type: 'recording'; readonly state: 'on' | 'off' | 'failed'; readonly callId?: string }
  /** A team lead has begun to listen, or does otherwise now; and no longer (spec/ccgateway.md 15.6). */
  | { readonly type: 'inspection'; readonly how: InspectionKind | 'unknown'; readonly by?: string }
  | { readonly type: 'inspection-over'; readonly by?: string }
  /** A watched agent came or went (spec/ccgateway.md 11, 15.6). */
  | { readonly type: 'watched-agent'; readonly workNumber: string; readonly name?: string; readonly present: boolean }
  /** spec/ccgateway.md 14; all of it may be missing. */
  | {
      readonly type: 'note'
      readonly from?: string
      readonly fromName?: string
      readonly text?: string
      /** As the platform wrote it. */
      readonly sentAt?: string
    }
  | { readonly type: 'bulletin'; readonly text?: string }
  /** Not one of the above; kept by name for the log. */
  | { readonly type: 'unknown'; readonly eventType: string }

export type GatewayEvent = GatewayFact & { readonly at: Time }
