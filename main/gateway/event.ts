import type { Time } from '#contract'

/** The kind of a call as the platform numbers it (spec/ccgateway.md 16.4). */
export type CallFeature = number

interface CallParties {
  readonly callId: string
  readonly caller: string
  readonly called: string
  readonly feature: CallFeature
  /** `assistant`: the agent was asked into a colleague's call (spec/ccgateway.md 8.4, inferred). */
  readonly part: 'main' | 'assistant'
}

/**
 * What the gateway tells of, exact: the one shape the rest of the app knows. The lenient parsing of the wire's many
 * spellings is in `wire/parse-event.ts` (spec/ccgateway.md chapter 15).
 */
export type GatewayFact =
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
    }
  | ({ readonly type: 'ringing' } & CallParties)
  | ({ readonly type: 'auto-answer' } & CallParties)
  | ({ readonly type: 'talking' } & CallParties)
  | { readonly type: 'customer-alerting'; readonly callId: string; readonly otherPhone: string }
  | { readonly type: 'hold'; readonly callId: string }
  | { readonly type: 'conference'; readonly callId: string; readonly partners: readonly string[] }
  | { readonly type: 'call-release'; readonly callId: string }
  | { readonly type: 'customer-release'; readonly callId: string }
  | { readonly type: 'no-answer'; readonly callId: string }
  | {
      readonly type: 'call-failed'
      readonly callId: string
      readonly how: 'call-out' | 'inside' | 'consult' | 'connect'
    }
  /** Not one of the above; kept by name for the log. */
  | { readonly type: 'unknown'; readonly eventType: string }

export type GatewayEvent = GatewayFact & { readonly at: Time }
