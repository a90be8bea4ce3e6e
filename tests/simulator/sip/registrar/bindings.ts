import type { URI } from 'sip.js/lib/core/index.js'
import type { Flow } from '../flow.ts'

/** Where a number can be reached, until it expires. */
export interface Binding {
  readonly number: string
  /** `+sip.instance` and `reg-id` (RFC 5626 section 6), or the contact itself. */
  readonly key: string
  readonly contact: URI
  readonly flow: Flow
  readonly expires: number
}

interface Held extends Binding {
  readonly timer: NodeJS.Timeout
}

/** The registrar's memory. `onChange` is told when a number gains its first binding or loses its last. */
export function createBindings(onChange: (number: string, registered: boolean) => void) {
  const held = new Set<Held>()

  const of = (number: string): readonly Binding[] => [...held].filter((binding) => binding.number === number)

  function forget(matches: (binding: Binding) => boolean): void {
    for (const binding of [...held].filter(matches)) {
      clearTimeout(binding.timer)
      held.delete(binding)
      if (of(binding.number).length === 0) onChange(binding.number, false)
    }
  }

  return {
    of,
    forget,
    /** The same instance replaces its old binding, whatever flow that came over. */
    bind(binding: Binding): void {
      const isNew = of(binding.number).length === 0
      for (const old of held) {
        if (old.number !== binding.number || old.key !== binding.key) continue
        clearTimeout(old.timer)
        held.delete(old)
      }
      const timer = setTimeout(() => forget((one) => one === bound), binding.expires * 1000)
      const bound: Held = { ...binding, timer }
      held.add(bound)
      if (isNew) onChange(binding.number, true)
    },
  }
}

export type Bindings = ReturnType<typeof createBindings>
