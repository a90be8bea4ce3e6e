/** What goes wrong, once something reaches the point the fault waits at. */
export type FaultEffect =
  /** It never arrives. A dropped response: done, and never answered. */
  | { readonly do: 'drop' }
  | { readonly do: 'delay'; readonly ms: number }
  | { readonly do: 'duplicate' }
  /** After the next one at the same point for the same agent. */
  | { readonly do: 'reorder' }
  /** Not done; answered with this code (spec/ccgateway.md 17). */
  | { readonly do: 'refuse'; readonly retcode: string; readonly message?: string }
  /** This text instead, whatever it is; over HTTPS with this status (a page, a 503). */
  | { readonly do: 'text'; readonly text: string; readonly status?: number }
  /** The connection ends: properly, by a reset, or by never saying or hearing anything again. */
  | { readonly do: 'close' | 'destroy' | 'deaf' }

export type FaultPoint = 'connect' | 'request' | 'response' | 'event'

export interface Fault {
  readonly at: FaultPoint
  /** Work number; every agent when absent. */
  readonly agent?: string
  /** Log name of the operation or type of the event; every one when absent. */
  readonly name?: string
  /** How many pass before it strikes; none when absent. */
  readonly skip?: number
  /** How often it strikes; until it is taken away when absent. */
  readonly times?: number
  readonly effect: FaultEffect
}

export interface FaultBox {
  /** Answers how to take it away again. */
  add(fault: Fault): () => void
  clear(): void
  readonly list: readonly Fault[]
  /** What is to go wrong now, the oldest fault that fits first. */
  take(at: FaultPoint, agent: string | null, name: string): FaultEffect | null
}

export function createFaultBox(note: (fault: Fault, agent: string | null, name: string) => void): FaultBox {
  let faults: { readonly fault: Fault; skip: number; left: number }[] = []
  return {
    add: (fault) => {
      const armed = { fault, skip: fault.skip ?? 0, left: fault.times ?? Number.POSITIVE_INFINITY }
      faults.push(armed)
      return () => {
        faults = faults.filter((other) => other !== armed)
      }
    },
    clear: () => {
      faults = []
    },
    get list() {
      return faults.map(({ fault }) => fault)
    },
    take: (at, agent, name) => {
      const armed = faults.find(({ fault }) => fits(fault, at, agent, name))
      if (!armed) return null
      if (armed.skip > 0) {
        armed.skip -= 1
        return null
      }
      armed.left -= 1
      if (armed.left <= 0) faults = faults.filter((other) => other !== armed)
      note(armed.fault, agent, name)
      return armed.fault.effect
    },
  }
}

function fits(fault: Fault, at: FaultPoint, agent: string | null, name: string): boolean {
  if (fault.at !== at) return false
  if (fault.agent !== undefined && fault.agent !== agent) return false
  return fault.name === undefined || fault.name === name
}
