import type { Centre } from '#simulator/centre.ts'
import type { Colleague } from '#simulator/colleagues/colleague.ts'
import type { CustomerCall } from '#simulator/customers/customer.ts'
import type { CentreOptions } from '#simulator/start-centre.ts'
import { stageCentre } from './stage.ts'

export const ALICE_HZ = 1000
export const CARLOS_HZ = 660
export const BOB_HZ = 440
export const EVE_HZ = 1500

export const BOB = '13800000001'
export const EVE = '13900000001'

export interface Actor extends Colleague {
  /** The types of what came since this was asked last. */
  since(): string[]
  /** What came last of this type. */
  last(eventType: string): unknown
}

export interface Cast {
  readonly centre: Centre
  /** 6001, who takes the queues' calls. */
  readonly alice: Actor
  /** 6003, whom nobody calls by chance. */
  readonly carlos: Actor
}

export function act(colleague: Colleague): Actor {
  let seen = colleague.events.length
  return Object.assign(colleague, {
    since: () => {
      const types = colleague.events.slice(seen).map(({ eventType }) => eventType)
      seen = colleague.events.length
      return types
    },
    last: (eventType: string) => colleague.events.findLast((event) => event.eventType === eventType)?.content,
  })
}

/** Two agents, and Eve, who can be dialled. */
export async function castOf(options: CentreOptions = {}): Promise<Cast> {
  const { centre } = await stageCentre(options)
  centre.customer({ number: EVE, tone: EVE_HZ, ringMs: 5 })
  centre.customer({ number: '13900000002', whenCalled: 'busy' })
  centre.customer({ number: '13900000003', whenCalled: 'no-answer', ringMs: 5 })
  const alice = act(await centre.colleague('6001', { tone: ALICE_HZ, queues: true }))
  const carlos = act(await centre.colleague('6003', { tone: CARLOS_HZ }))
  return { centre, alice, carlos }
}

/** Bob's call, answered by Alice, with its events behind it. */
export async function bobTalks({ centre, alice }: Cast, number = BOB): Promise<CustomerCall> {
  const call = centre.customer({ number, tone: BOB_HZ }).callQueue('Support')
  await alice.answer()
  await call.talking
  alice.since()
  return call
}

/** A command to Alice's gateway, and its code. */
export async function does(
  actor: Colleague,
  operation: string,
  body?: unknown,
  method: 'PUT' | 'POST' | 'DELETE' = 'POST',
): Promise<string> {
  const { retcode } = await actor.ask(method, 'voicecall', operation, body)
  return retcode
}

/** Eve, called by somebody. */
export async function eveIn({ centre }: Cast): Promise<CustomerCall> {
  const calls = () => centre.calls.filter(({ number }) => number === EVE)
  await centre.journal.until(() => calls().at(-1)?.state === 'talking', 'Eve to talk')
  return calls().at(-1) as CustomerCall
}
