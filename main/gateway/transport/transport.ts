import type { GatewayResult, Operation } from '../gateway.ts'
import type { Envelope } from '../wire/envelope.ts'
import type { Patience } from './insist.ts'

export interface WireRequest {
  readonly method: Operation<unknown>['method']
  /** Below `/agentgateway/resource`, with the work number already in it. */
  readonly path: string
  readonly body?: unknown
  readonly timeoutMs: number
}

/** How a connection was lost: the peer said goodbye, it broke, or nothing came any more. */
export type Loss = 'closed' | 'broken' | 'silent'

export interface ConnectionListeners {
  /** Raw events, oldest first. */
  readonly onEvents: (events: readonly unknown[]) => void
  /** The gateway has shown that it still knows this session, without having been asked. */
  readonly onAccepted: () => void
  /** The gateway refused something, perhaps because the session is over. */
  readonly onRefused: (retcode: string) => void
  /** Said once. What was outstanding has been settled before. */
  readonly onLost: (loss: Loss) => void
}

/** One connection, from the moment it works to the moment it does not. */
export interface Connection {
  request(request: WireRequest): Promise<GatewayResult<Envelope>>
  /** From now on events come. */
  listen(): void
  /** Proves within two seconds that it is alive, or is lost. */
  check(): void
  /** Drops it; nothing is told to the listeners any more. */
  close(): void
}

export interface ConnectOptions extends Patience {
  readonly agentId: string
  readonly listeners: ConnectionListeners
}

/** The seam: either of the two ways in which a gateway can be spoken to. */
export interface Transport {
  connect(options: ConnectOptions): Promise<GatewayResult<Connection>>
  /** How often the session has to be kept alive by `handshake`; null where listening does it. */
  readonly handshakeMs: number | null
}
