import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import WebSocket from 'ws'
import type { Centre } from '#simulator/centre.ts'
import { type Answered, type BareClient, createMailbox, type SeenEvent } from './bare-client.ts'

export interface WebSocketClient extends BareClient {
  readonly socket: WebSocket
  /** Every frame as it came. */
  readonly frames: readonly string[]
  untilFrame(condition: (frames: readonly string[]) => boolean): Promise<void>
}

interface Frame extends Answered {
  readonly id?: string
  readonly event?: SeenEvent
}

export async function openWebSocket(centre: Centre, agent: string): Promise<WebSocketClient> {
  const url = centre.profile().gateway?.websocketUrl.replace('{agentId}', agent) ?? ''
  const socket = new WebSocket(url, { ca: centre.ca })
  const frames = createMailbox<string>()
  const events: SeenEvent[] = []
  const waiting = new Map<string, (answer: Answered) => void>()
  socket.on('message', (raw) => {
    const text = raw.toString()
    const frame = parse(text)
    if (frame?.event) events.push(frame.event)
    if (frame?.guid) client.guid = frame.guid
    if (frame?.id) waiting.get(frame.id)?.(frame)
    frames.put(text)
  })
  const over = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  const client: WebSocketClient = {
    over,
    socket,
    frames: frames.all,
    events,
    guid: null,
    ask: (method, path, body) =>
      new Promise((resolve) => {
        const id = randomUUID()
        waiting.set(id, resolve)
        socket.send(JSON.stringify({ id, method, path, headers: client.guid ? { guid: client.guid } : {}, body }))
      }),
    // Frames keep their order, so an answer is behind everything that was written before it.
    settled: async () => {
      await client.ask('GET', `/onlineagent/${agent}/agentstatus`)
    },
    untilFrame: (condition) => frames.until(() => condition(frames.all)),
    close: async () => {
      if (socket.readyState === WebSocket.CLOSED) return
      socket.terminate()
      await over
    },
  }
  await once(socket, 'open')
  return client
}

function parse(text: string): Frame | null {
  return text.startsWith('{"') ? JSON.parse(text) : null
}
