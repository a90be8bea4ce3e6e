import { refused } from './answers.ts'
import { execute, type Known, known } from './execute.ts'
import type { FaultEffect } from './faults.ts'
import type { Gateway, GatewayRequest, Reply, Respond } from './gateway.ts'

interface Subject {
  readonly agent: string
  readonly name: string
}

/** One request from either transport: noted, disturbed if a fault says so, done, answered. */
export function serve(gateway: Gateway, request: GatewayRequest, respond: Respond): void {
  const found = known(request)
  const subject = nameOf(request, found)
  noteRequest(gateway, request, subject)
  const go = () => perform(gateway, request, found, subject, respond)
  const effect = gateway.faults.take('request', subject.agent, subject.name)
  if (effect?.do === 'refuse') answer(gateway, subject, refused(effect.retcode, effect.message), respond)
  else if (effect?.do === 'text') answer(gateway, subject, textOf(effect), respond)
  else disturb(gateway, `request ${subject.agent}`, effect, go, respond)
}

function nameOf(request: GatewayRequest, found: Known): Subject {
  const agent = request.wire?.agent ?? /\/(\d{3,6})(\/|$)/.exec(request.path)?.[1] ?? ''
  return { agent, name: typeof found === 'string' ? `${request.method} ${request.path}` : found.route.name }
}

async function perform(
  gateway: Gateway,
  request: GatewayRequest,
  found: Known,
  subject: Subject,
  respond: Respond,
): Promise<void> {
  const key = `${subject.agent} ${subject.name}`
  if (gateway.unanswered.has(key)) {
    answer(gateway, subject, refused('000-007'), respond)
  } else if (subject.name === 'getAgentEvent') {
    respondTo(gateway, subject, await execute(gateway, request, found), respond)
  } else {
    const before = gateway.seats.get(subject.agent)
    gateway.unanswered.add(key)
    gateway.answering.add(subject.agent)
    respondTo(gateway, subject, await execute(gateway, request, found), respond)
    gateway.answering.delete(subject.agent)
    const seat = before ?? gateway.seats.get(subject.agent)
    seat?.stream.wake()
  }
}

function respondTo(gateway: Gateway, subject: Subject, reply: Reply, respond: Respond): void {
  const key = `${subject.agent} ${subject.name}`
  const effect = gateway.faults.take('response', subject.agent, subject.name)
  if (effect?.do !== 'delay') gateway.unanswered.delete(key)
  const give = (outcome: Reply) => {
    gateway.unanswered.delete(key)
    answer(gateway, subject, outcome, respond)
  }
  if (effect?.do === 'refuse') give(refused(effect.retcode, effect.message))
  else if (effect?.do === 'text') give(textOf(effect))
  else disturb(gateway, `response ${subject.agent}`, effect, async () => give(reply), respond)
}

/** What a fault does to something that passes a point: nothing, later, twice, after the next one, or the end. */
function disturb(
  gateway: Gateway,
  point: string,
  effect: FaultEffect | null,
  go: () => Promise<void>,
  respond: Respond,
): void {
  const late = gateway.late.get(point) ?? []
  gateway.late.delete(point)
  switch (effect?.do) {
    case 'drop':
      break
    case 'delay':
      gateway.platform.after(effect.ms, () => void go())
      break
    case 'duplicate':
      void go().then(go)
      break
    case 'reorder':
      gateway.late.set(point, [...late, go])
      return
    case 'close':
    case 'destroy':
    case 'deaf':
      respond(effect.do)
      break
    default:
      void go()
  }
  for (const one of late) void one()
}

function textOf(effect: FaultEffect & { do: 'text' }): Reply {
  return { ...refused('000-000'), text: effect.text, ...(effect.status && { status: effect.status }) }
}

function answer(gateway: Gateway, subject: Subject, reply: Reply, respond: Respond): void {
  gateway.platform.journal.add({
    plane: 'gateway',
    direction: 'out',
    agent: subject.agent || null,
    kind: 'response',
    name: subject.name,
    detail: { ...reply.answer, ...(reply.status && { status: reply.status }), ...(reply.guid && { guid: reply.guid }) },
  })
  respond(reply.ending ?? reply)
}

function noteRequest(gateway: Gateway, request: GatewayRequest, subject: Subject): void {
  gateway.platform.journal.add({
    plane: 'gateway',
    direction: 'in',
    agent: subject.agent || null,
    kind: 'request',
    name: subject.name,
    detail: {
      method: request.method,
      path: request.path,
      query: Object.fromEntries(request.query),
      body: request.body,
    },
  })
}
