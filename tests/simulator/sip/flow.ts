import type { WebSocket } from 'ws'
import { epochNow } from '../voice/epoch-now.ts'
import type { SipFaults } from './sip-side.ts'

/** One WebSocket to a softphone, a flow in the words of RFC 5626. */
export interface Flow {
  /** Whose it is, once it has registered. */
  number: string | null
  send(text: string): Promise<void>
  close(how: 'close' | 'destroy'): void
}

export interface FlowEvents {
  readonly faults: Pick<SipFaults, 'deaf' | 'delayMs'>
  readonly onText: (flow: Flow, text: string) => void
  readonly onClose: (flow: Flow) => void
  readonly onMessage: (direction: 'in' | 'out', number: string | null, text: string, at: number) => void
}

const PING = '\r\n\r\n'
const PONG = '\r\n'

/** Lets messages out in their order, each after the delay that was in force when it came. */
function createDelay(delayMs: () => number, out: (text: string) => void): (text: string) => void {
  let lastDue = 0
  return (text) => {
    const now = performance.now()
    const due = Math.max(now + delayMs(), lastDue)
    if (due <= now) return out(text)
    lastDue = due
    // Rounded up, so that a later message never has the shorter timer.
    setTimeout(() => out(text), Math.ceil(due - now))
  }
}

/** Text frames of the `sip` sub-protocol (RFC 7118); keep-alives are answered here (RFC 5626 section 4.4.1). */
export function createFlow(socket: WebSocket, { faults, onText, onClose, onMessage }: FlowEvents): Flow {
  const write = createDelay(
    () => faults.delayMs,
    (text) => {
      if (socket.readyState !== socket.OPEN) return
      socket.send(text)
      onMessage('out', flow.number, text, epochNow())
    },
  )
  const flow: Flow = {
    number: null,
    async send(text) {
      if (socket.readyState !== socket.OPEN) throw new Error('The flow is closed')
      write(text)
    },
    close: (how) => (how === 'close' ? socket.close(1001) : socket.terminate()),
  }
  socket.on('message', (bytes) => {
    if (faults.deaf) return
    const text = bytes.toString()
    onMessage('in', flow.number, text, epochNow())
    if (text === PING) write(PONG)
    else if (text !== PONG) onText(flow, text)
  })
  socket.on('close', () => onClose(flow))
  socket.on('error', () => socket.terminate())
  return flow
}
