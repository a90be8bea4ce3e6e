import type { DeskPhone } from '../customers/desk-phone.ts'
import type { Answer, Gateway } from '../gateway/gateway.ts'
import type { Agent } from '../platform/model.ts'
import type { Colleague, ColleagueEvent, ColleagueOptions, Method } from './colleague.ts'
import { type InsideWire, openWire } from './wire.ts'

/** Signs in with the desk phone's number, and is idle. */
export async function openColleague(
  gateway: Gateway,
  agent: Agent,
  phone: DeskPhone,
  { answers = 'by-hand', queues = false }: ColleagueOptions,
): Promise<Colleague> {
  const { workNumber, password } = agent
  const { journal } = gateway.platform
  const wire = openWire(gateway, workNumber, () => undefined)
  const autoanswer = answers === 'at-once'
  const form = { password, phonenum: phone.number, autoanswer, status: 4 }
  await mustDo(wire, 'PUT', `/onlineagent/${workNumber}/forcelogin`, form)
  await mustDo(wire, 'POST', `/onlineagent/${workNumber}/resetskill/${queues}`)
  keepAlive(gateway, workNumber)
  const hearsOf = waitForEvents(wire.events, (condition, what, timeoutMs) => journal.until(condition, what, timeoutMs))
  const rings = async () => {
    const asked = () => agent.shares.find(({ state }) => state === 'ringing')?.callId
    await journal.until(() => asked() !== undefined, `a call to ring at ${workNumber}`)
    return asked() ?? ''
  }
  return { workNumber, phone, hears: phone.hears, events: wire.events, hearsOf, ...deeds(wire, workNumber, rings) }
}

async function mustDo(wire: InsideWire, method: Method, path: string, body?: unknown): Promise<void> {
  const { answer } = await wire.ask(method, path, body)
  if (answer.retcode !== '0') throw new Error(`${method} ${path} was refused: ${answer.retcode} ${answer.message}`)
}

/** Somebody is there as long as the session is (MAXTIME, spec/ccgateway.md 2). */
function keepAlive({ seats, platform }: Gateway, workNumber: string): void {
  const seat = seats.get(workNumber)
  const beat = () => {
    if (seats.get(workNumber) !== seat || !seat) return
    seat.heard()
    platform.after(platform.timeouts.maxTimeMs / 3, beat)
  }
  platform.after(platform.timeouts.maxTimeMs / 3, beat)
}

type Until = (condition: () => boolean, what: string, timeoutMs?: number) => Promise<void>

function waitForEvents(events: readonly ColleagueEvent[], until: Until): Colleague['hearsOf'] {
  const waitedFor = new Set<ColleagueEvent>()
  return async (eventType, timeoutMs) => {
    const next = () => events.find((event) => event.eventType === eventType && !waitedFor.has(event))
    await until(() => next() !== undefined, eventType, timeoutMs)
    const found = next() as ColleagueEvent
    waitedFor.add(found)
    return found
  }
}

type Deed = 'ask' | 'answer' | 'hold' | 'retrieve' | 'hangUp' | 'signOut'

function deeds(wire: InsideWire, workNumber: string, rings: () => Promise<string>): Pick<Colleague, Deed> {
  const ask = async (method: Method, family: string, operation = '', body?: unknown): Promise<Answer> => {
    const path = `/${family}/${workNumber}${operation && `/${operation}`}`
    return (await wire.ask(method, path, body)).answer
  }
  return {
    ask,
    answer: async () => {
      const callId = await rings()
      await ask('PUT', 'voicecall', `answer?callid=${callId}`)
      return callId
    },
    hold: () => ask('POST', 'voicecall', 'hold'),
    retrieve: (callId) => ask('POST', 'voicecall', callId ? `gethold?callid=${callId}` : 'gethold'),
    hangUp: () => ask('DELETE', 'voicecall', 'release'),
    signOut: () => ask('DELETE', 'onlineagent', 'forcelogout'),
  }
}
