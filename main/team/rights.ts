import type { Agent, Rights } from '#contract'

/**
 * Before an answer, and without a gateway. What every agent does anyway is presumed until the platform says no: it
 * refuses what is not allowed itself, and a dialler must not wait for four queries or go with one that failed.
 */
export const NO_RIGHTS: Rights = { inspect: false, monitor: false, pickUp: true, callOut: true }

/** The name of each right on the wire (spec/ccgateway.md 7). */
const names = { inspect: 'iscensor', monitor: 'ismonitor', pickUp: 'ispickup', callOut: 'iscallout' } as const

type Name = (typeof names)[keyof typeof names]

export interface RightsParts {
  /** Null: not answered. */
  readonly ask: (name: Name) => Promise<boolean | null>
  readonly onRights: (rights: Rights) => void
}

/**
 * Asks once after the sign-in. A question that failed leaves what was presumed, and is asked again after the next
 * sign-in or reconnection.
 */
export function createRights({ ask, onRights }: RightsParts): (agent: Agent) => void {
  let known: Partial<Rights> = {}
  let session = 0
  let connected = false

  async function askAll(of: number): Promise<void> {
    const open = (Object.keys(names) as (keyof Rights)[]).filter((right) => known[right] === undefined)
    for (const right of open) {
      const answer = await ask(names[right])
      if (of !== session) return
      if (answer !== null) known = { ...known, [right]: answer }
    }
    onRights({ ...NO_RIGHTS, ...known })
  }

  function forget(): void {
    if (Object.keys(known).length > 0) onRights(NO_RIGHTS)
    known = {}
    session += 1
  }

  return (agent) => {
    const now = agent.status === 'signed-in' && agent.gateway.status === 'connected'
    const began = now && !connected
    connected = now
    if (began) void askAll(session)
    if (agent.status === 'signed-out') forget()
  }
}
