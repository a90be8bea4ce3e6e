import { createEar } from '../../voice/ear.ts'
import type { PhoneLeg } from '../sip-side.ts'
import { noInside } from './inside/inside.ts'

/** A leg that ended before it began. */
export function createNoLeg(callId: string, number: string, why: string): PhoneLeg {
  const nothing = () => undefined
  return {
    callId,
    number,
    answered: Promise.resolve(false),
    ended: Promise.resolve({ by: 'failure', why }),
    voice: { say: nothing, hearing: createEar(), onFrame: null, digits: '' },
    times: {},
    inside: noInside(),
    hangUp: nothing,
    ring: nothing,
    accept: () => Promise.resolve(),
    refuse: nothing,
  }
}
