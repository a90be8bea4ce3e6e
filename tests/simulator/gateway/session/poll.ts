import { refused } from '../answers.ts'
import type { Gateway, GatewayRequest, Reply, Seat } from '../gateway.ts'
import type { Context } from '../route.ts'
import type { Outgoing } from './event-stream.ts'
import { noteEvent } from './write-events.ts'

/** Literally so, without an `event` key (spec/ccgateway.md 4.1). */
const empty: Reply = { answer: { message: '', retcode: '0' } }

/** `getAgentEvent`: one event a response, at once or within the hold (spec/ccgateway.md 4.1). */
export function poll({ gateway, seat }: Context): Reply | Promise<Reply> {
  if (seat.transport === 'websocket') return refused('000-001')
  // Of two polls at a time nothing is known (spec/ccgateway.md 19): the older one is answered empty (inferred).
  seat.endPoll?.('newer-poll')
  return new Promise((resolve) => hold(gateway, seat, resolve))
}

function hold(gateway: Gateway, seat: Seat, resolve: (reply: Reply) => void): void {
  const finish = (reply: Reply) => {
    cancel()
    seat.stream.reader = null
    seat.endPoll = null
    resolve(reply)
  }
  const answer = (reply: Reply) => {
    const guid = seat.credential.rotate()
    finish(guid ? { ...reply, guid } : reply)
  }
  const cancel = gateway.platform.after(gateway.platform.timeouts.pollHoldMs, () => answer(empty))
  seat.endPoll = (why) => finish(why === 'newer-poll' ? empty : refused(endCode(gateway, seat)))
  seat.stream.reader = () => {
    const event = seat.stream.next()
    if (event) giveEvent(gateway, seat, event, answer)
  }
  seat.stream.wake()
}

function endCode(gateway: Gateway, seat: Seat): string {
  return gateway.seats.has(seat.agent.workNumber) ? gateway.platform.behaviour.takenOverCode : '100-006'
}

function giveEvent(gateway: Gateway, seat: Seat, event: Outgoing, answer: (reply: Reply) => void): void {
  const { effect } = event
  const give = () => {
    noteEvent(gateway, seat, event)
    answer(asReply(event))
  }
  if (effect?.do === 'delay') {
    seat.stream.reader = null
    gateway.platform.after(effect.ms, give)
  } else {
    give()
  }
}

function asReply({ effect, text }: Outgoing): Reply {
  switch (effect?.do) {
    case 'text':
      return { ...empty, text: effect.text, ...(effect.status && { status: effect.status }) }
    case 'close':
    case 'destroy':
    case 'deaf':
      return { ...empty, ending: effect.do }
    default:
      return { ...empty, text }
  }
}

/** What was queued before the end is still told: `AgentOther_ShutdownService` first, then 100-006 (spec/ccgateway.md 11). */
export function formerPoll(gateway: Gateway, request: GatewayRequest, refusal: Reply): Reply {
  const seat = request.guid === null ? undefined : gateway.former.get(request.guid)
  const event = seat?.stream.next()
  if (!seat || !event) return refusal
  noteEvent(gateway, seat, event)
  return asReply(event)
}
