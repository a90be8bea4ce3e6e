import type { Gateway } from '../../gateway/gateway.ts'
import type { ChatCustomer } from '../customers/chat-customer.ts'
import type { ChatPart } from '../customers/create-chat-customers.ts'

/** API Fabric's part of the chat (spec/media-and-services.md 1, C1; 3). */
export interface Fabric {
  readonly gateway: Gateway
  readonly chat: ChatPart
  /** Given out by `tokenByAkSk`. */
  readonly accessTokens: Set<string>
  /** Whose each `ccmessaging-token` is. */
  readonly customers: Map<string, ChatCustomer>
  /** How much of what came to a customer has been polled. */
  readonly polled: Map<ChatCustomer, number>
  /** `saveSatisfaction`, as it came. */
  readonly satisfaction: Record<string, unknown>[]
}

export interface FabricRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: unknown
}

export interface FabricReply {
  readonly status?: number
  readonly value?: unknown
  /** Instead of JSON. */
  readonly content?: Buffer
  /** Ends halfway. */
  readonly truncated?: true
  /** Never answered. */
  readonly deaf?: true
}

export const base = '/apiaccess/ccmessaging'

export function done(more: Readonly<Record<string, unknown>> = {}): FabricReply {
  return { value: { resultCode: '0', resultDesc: 'success', ...more } }
}

/** The codes are not published; any that is not 0 (inferred). */
export function failed(resultDesc: string, status = 200): FabricReply {
  return { status, value: { resultCode: '1', resultDesc } }
}
