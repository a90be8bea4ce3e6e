import { randomUUID } from 'node:crypto'
import { closeSession } from '../../platform/agents/session.ts'
import type { Agent, Cancel, Session, SessionEnd, SignInParameters } from '../../platform/model.ts'
import { refused } from '../answers.ts'
import type { Gateway, Seat, Transport, Wire } from '../gateway.ts'
import { createCredential } from './credential.ts'
import { createEventStream, type EventItem } from './event-stream.ts'
import { writeEvents } from './write-events.ts'

/** The session of one sign-in, before the platform knows of it. */
export function createSeat(gateway: Gateway, agent: Agent, parameters: SignInParameters, transport: Transport): Seat {
  const { platform } = gateway
  const workNo = agent.workNumber
  let cancel: Cancel = () => undefined
  const session: Session = {
    parameters,
    loginTime: Date.now(),
    skills: new Set(),
    autoAnswer: parameters.autoAnswer,
    autoEnterIdle: parameters.autoEnterIdle,
    deliver: (eventType, content) => pushEvent(gateway, seat, eventType, content),
    onEnd: (why) => {
      cancel()
      leaveSeat(gateway, seat, why)
    },
  }
  const seat: Seat = {
    agent,
    session,
    transport,
    credential: createCredential(platform),
    cookie: randomUUID(),
    stream: createEventStream(workNo, gateway.faults, () => gateway.answering.has(workNo)),
    heard: () => {
      cancel()
      cancel = platform.after(platform.timeouts.maxTimeMs, () => closeSession(platform, agent, 'silent'))
    },
    wire: null,
    endPoll: null,
  }
  gateway.seats.set(workNo, seat)
  seat.heard()
  return seat
}

function pushEvent(gateway: Gateway, seat: Seat, eventType: string, content: unknown): void {
  const { behaviour, journal } = gateway.platform
  const item = eventItem(seat.agent.workNumber, eventType, content, behaviour.eventGenTime)
  const nobody = seat.transport === 'websocket' && seat.wire === null
  if (nobody && behaviour.eventsWhileGone === 'lost') {
    journal.add({
      plane: 'gateway',
      direction: 'out',
      agent: item.agent,
      kind: 'fault',
      name: 'lost',
      detail: eventType,
    })
  } else {
    seat.stream.push(item)
  }
}

/** The envelope of spec/ccgateway.md 4.1; `eventGenTime` stands between type and number. */
export function eventItem(
  agent: string,
  eventType: string,
  content: unknown,
  withTime: boolean,
): EventItem & { readonly agent: string } {
  const event = { eventType, ...(withTime && { eventGenTime: Date.now() }), workNo: agent, content }
  return { agent, name: eventType, content, text: JSON.stringify({ message: '', retcode: '0', event }) }
}

/** Events go to the socket that spoke last for this session (5.3, inferred). */
export function attach(gateway: Gateway, seat: Seat, wire: Wire): void {
  if (seat.wire === wire) return
  seat.wire?.close()
  seat.wire = wire
  seat.stream.reader = () => writeEvents(gateway, seat, wire)
}

export function detach(gateway: Gateway, wire: Wire): void {
  const seat = gateway.seats.get(wire.agent)
  if (seat?.wire !== wire) return
  seat.wire = null
  seat.stream.reader = null
}

/**
 * The client of a session that is over sees it by its next answer (spec/ccgateway.md 3.2, 11). On a socket that answer
 * comes unasked, and the socket is closed, unless the agent asked to be signed out (inferred).
 */
function leaveSeat(gateway: Gateway, seat: Seat, why: SessionEnd): void {
  gateway.seats.delete(seat.agent.workNumber)
  for (const guid of seat.credential.all()) gateway.former.set(guid, seat)
  if (why === 'taken-over') seat.stream.clear()
  seat.stream.wake()
  seat.endPoll?.('session-over')
  if (why === 'asked' || !seat.wire) return
  if (why === 'taken-over') {
    seat.wire.send(JSON.stringify(refused(gateway.platform.behaviour.takenOverCode).answer))
  }
  seat.wire.close()
  seat.wire = null
}
