import type { Gateway, GatewayRequest, Reply, Wire } from '../gateway/gateway.ts'
import { serve } from '../gateway/serve.ts'
import type { ColleagueEvent } from './colleague.ts'

/** A connection to the gateway without a socket: requests go straight in, events come straight out. */
export interface InsideWire {
  readonly events: ColleagueEvent[]
  ask(method: string, path: string, body: unknown): Promise<Reply>
}

export function openWire(gateway: Gateway, workNumber: string, onEvent: () => void): InsideWire {
  const events: ColleagueEvent[] = []
  const wire: Wire = {
    agent: workNumber,
    send: (text) => {
      const { event } = JSON.parse(text) as { event?: ColleagueEvent }
      if (event) events.push({ eventType: event.eventType, content: event.content })
      onEvent()
      return true
    },
    close: () => undefined,
    destroy: () => undefined,
    setDeaf: () => undefined,
  }
  return {
    events,
    ask: (method, path, body) => {
      const [bare = '', query = ''] = path.split('?')
      const request: GatewayRequest = {
        transport: 'websocket',
        method,
        path: bare,
        query: new URLSearchParams(query),
        body,
        guid: gateway.seats.get(workNumber)?.credential.current() ?? null,
        cookie: null,
        wire,
      }
      return new Promise((resolve, reject) => {
        serve(gateway, request, (reply) => {
          if (typeof reply === 'string') reject(new Error(`The gateway ended the connection: ${reply}`))
          else resolve(reply)
        })
      })
    },
  }
}
