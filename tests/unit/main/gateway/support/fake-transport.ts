import type { GatewayResult } from '#main/gateway/gateway.ts'
import type { Connection, ConnectOptions, Loss, Transport, WireRequest } from '#main/gateway/transport/transport.ts'
import type { Envelope } from '#main/gateway/wire/envelope.ts'

/** What a fake gateway says: a result, a retcode, or nothing for ever. */
export type Reply = { readonly result: unknown } | { readonly retcode: string; readonly message?: string } | 'silence'

export interface FakeConnection extends ConnectOptions {
  listening: boolean
  closed: boolean
  checked: boolean
  lose(loss: Loss): void
}

export interface FakeTransport extends Transport {
  /** `METHOD path`, in the order sent, on whatever connection. */
  readonly asked: string[]
  readonly bodies: unknown[]
  readonly connections: FakeConnection[]
  /** The newest connection. */
  readonly current: FakeConnection
  /** What each request is answered, by the last part of its path; success for what is not named. */
  readonly replies: Map<string, Reply>
  reachable: boolean
  /** Told as soon as a connection listens. */
  eventsAtOnce: readonly unknown[]
}

/** A gateway without a wire, which says what it was told to say. */
export function createFakeTransport(handshakeMs: number | null = null): FakeTransport {
  const transport: FakeTransport = {
    asked: [],
    bodies: [],
    connections: [],
    replies: new Map(),
    reachable: true,
    eventsAtOnce: [],
    handshakeMs,
    get current() {
      const last = transport.connections.at(-1)
      if (!last) throw new Error('Nobody has connected yet')
      return last
    },
    connect: async (options) => (transport.reachable ? { ok: true, value: connection(transport, options) } : refused),
  }
  return transport
}

const refused: GatewayResult<never> = { ok: false, failure: { kind: 'not-connected' } }

function connection(transport: FakeTransport, options: ConnectOptions): Connection {
  const waiting = new Set<(result: GatewayResult<Envelope>) => void>()
  const over = () => {
    fake.closed = true
    for (const settle of waiting) settle({ ok: false, failure: { kind: 'no-answer' } })
  }
  const fake: FakeConnection = {
    ...options,
    listening: false,
    closed: false,
    checked: false,
    lose(loss) {
      over()
      options.listeners.onLost(loss)
    },
  }
  transport.connections.push(fake)
  return {
    request: (request) =>
      new Promise((resolve) => {
        waiting.add(resolve)
        setTimeout(() => resolve({ ok: false, failure: { kind: 'no-answer' } }), request.timeoutMs)
        const reply = note(transport, request)
        if (fake.closed) resolve(refused)
        else if (reply !== 'silence') resolve({ ok: true, value: envelope(reply) })
      }),
    listen: () => {
      fake.listening = true
      options.listeners.onEvents(transport.eventsAtOnce)
    },
    check: () => {
      fake.checked = true
    },
    close: over,
  }
}

function note(transport: FakeTransport, { method, path, body }: WireRequest): Reply {
  transport.asked.push(`${method} ${path}`)
  transport.bodies.push(body)
  const last = path.split('?')[0]?.split('/').at(-1) ?? ''
  return transport.replies.get(last) ?? { result: {} }
}

function envelope(reply: Exclude<Reply, 'silence'>): Envelope {
  const said = 'retcode' in reply ? { retcode: reply.retcode, result: undefined } : { retcode: '0', ...reply }
  return { message: '', events: [], ...said }
}
