import type { SignedInAgent } from '#contract'
import type { GatewayEvent } from '../gateway/event.ts'

/** spec/ccgateway.md 16.4. */
const OUTGOING = 7

export interface WrapUpLimit {
  hear(event: GatewayEvent): void
  /** How long the wrap-up after this call may last; undefined: nobody ends it, or nobody said when. */
  ms(skills: SignedInAgent['skills'], site: { readonly wrapUpSeconds?: number }): number | undefined
}

/** A wrap-up is limited by the queue its call came from (spec/ccgateway.md 6); a call that came from none is not. */
export function createWrapUpLimit(): WrapUpLimit {
  let queue: string | undefined
  let queued = true
  return {
    hear: (event) => {
      if (event.type === 'call-info') queue = event.queue
      if (event.type === 'talking') queued = event.feature !== OUTGOING
      if (event.type === 'agent-state' && event.state === 'talking') queue = undefined
    },
    ms: (skills, site) => {
      const own = skills.find(({ name }) => name === queue)?.wrapUpSeconds
      const seconds = own ?? site.wrapUpSeconds
      return queued && seconds !== undefined ? seconds * 1_000 : undefined
    },
  }
}
