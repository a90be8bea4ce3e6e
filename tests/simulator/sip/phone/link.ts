import { createFlow, type Flow } from '../flow.ts'
import { connect } from './connect.ts'

export interface Link {
  readonly flow: Flow
  readonly closed: Promise<unknown>
}

/** A flow of the phone's own, whose every message is remembered. */
export async function openLink(
  url: string,
  received: string[],
  { onText, onClose }: { onText: (flow: Flow, text: string) => void; onClose: (flow: Flow) => void },
): Promise<Link> {
  const socket = await connect(url)
  const closed = new Promise((resolve) => socket.once('close', resolve))
  const flow = createFlow(socket, {
    faults: { deaf: false, delayMs: 0 },
    onText,
    onClose,
    onMessage: (direction, _, text) => {
      if (direction === 'in') received.push(text)
    },
  })
  return { flow, closed }
}
