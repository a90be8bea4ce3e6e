import type { Flow } from './flow.ts'
import type { Bindings } from './registrar/bindings.ts'
import type { SipFaults } from './sip-side.ts'

/** Nothing is wrong until a test says so. */
export function createFaults(flows: ReadonlySet<Flow>, bindings: () => Bindings): SipFaults {
  return {
    refuseRegister: null,
    challenge: 'MD5',
    glare: 0,
    forkRings: 'no',
    forkAnswers: false,
    reliableRinging: false,
    telephoneEvents: true,
    bundle: true,
    sessionExpires: null,
    deaf: false,
    delayMs: 0,
    closeSockets(how) {
      for (const flow of flows) flow.close(how)
    },
    sendRaw(number, text) {
      const binding = bindings().of(number).at(-1)
      if (!binding) throw new Error(`${number} has no registration`)
      void binding.flow.send(text)
    },
  }
}
