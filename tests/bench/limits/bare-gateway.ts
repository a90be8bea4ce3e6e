import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import WebSocket from 'ws'
import { z } from 'zod'
import type { Centre, CentreAgent } from '../../simulator/centre.ts'
import { epochNow } from '../../simulator/voice/epoch-now.ts'

export interface BareRequest {
  readonly method: string
  /** Below `/agentgateway/resource`, with its query. */
  readonly path: string
  readonly body?: unknown
}

/** A socket to the gateway and nothing more. */
export interface BareGateway {
  /** Resolves with the answer. */
  ask(request: BareRequest): Promise<void>
  /** When the next event of this type is read; epoch milliseconds. */
  next(eventType: string): Promise<number>
  close(): void
}

const said = z.object({
  id: z.string().optional(),
  guid: z.string().optional(),
  event: z.object({ eventType: z.string() }).optional(),
})

export async function openBareGateway(centre: Centre, agent: CentreAgent): Promise<BareGateway> {
  const url = centre.profile().gateway?.websocketUrl.replace('{agentId}', agent.workNumber) ?? ''
  const socket = new WebSocket(url, { ca: centre.ca })
  const answers = new Map<string, () => void>()
  const events = new Map<string, (at: number) => void>()
  let guid = ''
  socket.on('message', (raw) => {
    const at = epochNow()
    const read = said.parse(JSON.parse(String(raw)))
    guid = read.guid ?? guid
    answers.get(read.id ?? '')?.()
    events.get(read.event?.eventType ?? '')?.(at)
  })
  await once(socket, 'open')
  return {
    ask: (request) =>
      new Promise((resolve) => {
        const id = randomUUID()
        answers.set(id, resolve)
        socket.send(JSON.stringify({ id, ...request, headers: guid === '' ? {} : { guid } }))
      }),
    next: (eventType) => new Promise((resolve) => void events.set(eventType, resolve)),
    close: () => socket.terminate(),
  }
}
