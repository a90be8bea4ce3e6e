import { createEar } from '../../voice/ear.ts'
import type { PhoneLeg, Picture } from '../sip-side.ts'
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
    picture: noPicture(),
    hangUp: nothing,
    ring: nothing,
    accept: () => Promise.resolve(),
    refuse: nothing,
  }
}

/** Of a leg that has no media. */
export function noPicture(): Picture {
  return {
    wanted: false,
    mirror: false,
    agreed: { sends: false, receives: false },
    offered: false,
    onOffered: () => undefined,
    packets: 0,
    lastAt: null,
  }
}
