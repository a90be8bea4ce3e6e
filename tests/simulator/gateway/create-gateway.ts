import type { Platform } from '../platform/model.ts'
import { createFaultBox } from './faults.ts'
import type { Gateway } from './gateway.ts'

export function createGateway(platform: Platform): Gateway {
  const faults = createFaultBox((fault, agent, name) => {
    platform.journal.add({
      plane: 'gateway',
      direction: null,
      agent,
      kind: 'fault',
      name: fault.effect.do,
      detail: name,
    })
  })
  return {
    platform,
    faults,
    seats: new Map(),
    former: new Map(),
    answering: new Set(),
    unanswered: new Set(),
    late: new Map(),
  }
}
