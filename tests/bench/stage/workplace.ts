import type { App } from '../../e2e/fixtures/app.ts'
import { AGENT_HZ, type StartOptions } from '../../e2e/fixtures/start.ts'
import type { Centre, CentreAgent } from '../../simulator/centre.ts'
import type { CustomerCall } from '../../simulator/customers/customer.ts'
import type { JournalEntry } from '../../simulator/journal/journal.ts'
import type { PhoneLeg } from '../../simulator/sip/sip-side.ts'
import type { Stage } from './stage.ts'

export { AGENT_HZ }
export const CUSTOMER_HZ = 440

/** An agent at work: signed in, registered, idle, with another program in front of them. */
export interface Workplace {
  readonly app: App
  readonly centre: Centre
  readonly agent: CentreAgent
  /** A customer calls, silent or with their tone; resolves when the gateway tells the agent's desk that it rings. */
  rings(tone?: number | null): Promise<Ringing>
  /** Hangs up at the desk, and is idle again. */
  finish(call: CustomerCall): Promise<void>
}

export interface Ringing {
  readonly call: CustomerCall
  /** When the event was written, epoch milliseconds. */
  readonly at: number
  /** The next event or request of this kind since it rang, past or to come. */
  next(name: string): Promise<JournalEntry>
}

export interface WorkOptions extends StartOptions {
  readonly centre?: Centre
}

export async function comeToWork(stage: Stage, options: WorkOptions = {}): Promise<Workplace> {
  const work = await arriveAtWork(stage, options)
  await work.app.signIn({ goIdle: true })
  await work.agent.becomesRegistered()
  await work.agent.becomes('idle')
  return work
}

/** Before the sign-in form. */
export async function arriveAtWork(stage: Stage, options: WorkOptions = {}): Promise<Workplace> {
  const centre = options.centre ?? (await stage.centre())
  const app = await stage.app(centre, options)
  const agent = centre.agent('6001')
  return {
    app,
    centre,
    agent,
    rings: async (tone = null) => {
      const customer = centre.customer({ number: '13800138000', tone })
      const from = centre.journal.entries.length
      const call = customer.callQueue('Support')
      const next = (name: string) => centre.journal.waitFor((entry) => entry.name === name, { from })
      return { call, at: (await next('AgentEvent_Ringing')).at, next }
    },
    finish: async (call) => {
      await app.press('hang_up')
      await call.ended
      await app.press('state_finish_wrap_up')
      await agent.becomes('idle')
    },
  }
}

export function legOf(call: CustomerCall): PhoneLeg {
  if (call.leg === null) throw new Error('the call has no leg to the softphone')
  return call.leg
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
