import type { SipFaults } from '../sip/sip-side.ts'
import type { Fault } from './faults.ts'
import type { Gateway } from './gateway.ts'
import { eventItem } from './session/seat.ts'
import type { Doors } from './wire/door.ts'

/** Everything that can be made to go wrong. */
export interface CentreFaults {
  /** Answers how to take it away again. */
  add(fault: Fault): () => void
  clear(): void
  readonly list: readonly Fault[]
  /** Ends the gateway's WebSockets now, with a close frame or without one. */
  closeSockets(how: 'close' | 'destroy', agent?: string): void
  /** A black hole: connections stay, and nothing is heard or said on them, nor on new ones. */
  setDeaf(deaf: boolean): void
  /** Resets every new connection to the gateways; with `true` the present ones as well. */
  refuseConnections(refuse: boolean): void
  /** An event of one's own, known or not, whole or not, in the agent's stream. */
  sendEvent(agent: string, eventType: string, content: unknown): void
  /** Any text in the place of an event. */
  sendText(agent: string, text: string): void
  readonly sip: SipFaults
}

export function createCentreFaults(gateway: Gateway, doors: Doors, sip: SipFaults): CentreFaults {
  const push = (agent: string, item: { name: string; content: unknown; text: string }) => {
    const seat = gateway.seats.get(agent)
    if (!seat) throw new Error(`Agent ${agent} is not signed in, so nothing can be sent`)
    seat.stream.push(item)
  }
  return {
    add: gateway.faults.add,
    clear: gateway.faults.clear,
    get list() {
      return gateway.faults.list
    },
    closeSockets: (how, agent) => {
      for (const wire of [...doors.wires]) {
        if (agent === undefined || wire.agent === agent) wire[how]()
      }
    },
    setDeaf: (deaf) => {
      doors.deaf = deaf
      for (const wire of doors.wires) wire.setDeaf(deaf)
    },
    refuseConnections: (refuse) => {
      doors.shut = refuse
      if (refuse) for (const socket of [...doors.sockets]) socket.resetAndDestroy()
    },
    sendEvent: (agent, eventType, content) => push(agent, eventItem(agent, eventType, content, true)),
    sendText: (agent, text) => push(agent, { name: 'text', content: text, text }),
    sip,
  }
}
