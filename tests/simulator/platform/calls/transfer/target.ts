import type { Agent, Ivr, Platform, Queue } from '../../model.ts'
import type { Retcode } from '../../retcode.ts'

export type Target =
  | { readonly kind: 'queue'; readonly queue: Queue }
  | { readonly kind: 'agent'; readonly agent: Agent }
  | { readonly kind: 'ivr'; readonly ivr: Ivr }
  | { readonly kind: 'outside'; readonly number: string }

/** Which is meant; the codes for those that do not exist are those of the queries (spec/ccgateway.md 17, inferred). */
export function targetOf(platform: Platform, deviceType: number, address: string): Target | Retcode {
  const { queues, ivrs, agents } = platform
  switch (deviceType) {
    case 1: {
      const queue = queues.find(({ id }) => String(id) === address)
      return queue ? { kind: 'queue', queue } : '600-002'
    }
    case 2: {
      const agent = agents.get(address)
      return agent ? { kind: 'agent', agent } : '300-002'
    }
    case 3: {
      const ivr = ivrs.find(({ access }) => access === address)
      return ivr ? { kind: 'ivr', ivr } : '600-004'
    }
    case 4:
      return byAccessCode(platform, address)
    default:
      return { kind: 'outside', number: address }
  }
}

function byAccessCode({ queues }: Platform, address: string): Target | Retcode {
  const queue = queues.find(({ accessCode }) => accessCode === address)
  return queue ? { kind: 'queue', queue } : '600-003'
}
