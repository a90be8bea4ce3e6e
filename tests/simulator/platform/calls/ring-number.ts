import type { PhoneLeg } from '../../sip/sip-side.ts'
import type { CallEnd, Party, Platform } from '../model.ts'
import { partyLeaves } from './leaving.ts'
import { callOf, currentShare } from './shares.ts'

interface Steps {
  readonly id: string
  readonly rings: (party: Party) => void
  readonly answers: (party: Party) => void
  /** Also when it never rang: a wrong number, or a busy one. */
  readonly fails: () => void
}

/** Somebody outside who is dialled. */
export interface Ringing {
  /** Nobody wants them any more; null: whoever asks tells them. */
  stop(end: CallEnd | null): void
}

export function ringNumber(platform: Platform, number: string, { id, rings, answers, fails }: Steps): Ringing {
  const callee = platform.callee(number)
  if (!callee || callee.whenCalled === 'busy') {
    fails()
    return { stop: () => undefined }
  }
  let over = false
  const stop = (end: CallEnd | null) => {
    if (over) return
    over = true
    cancel()
    if (end) party.onPhase('ended', end)
  }
  const fail = (end: CallEnd) => {
    if (over) return
    stop(end)
    fails()
  }
  const party = callee.open(
    id,
    (self) => (callOf(platform.live, self) ? partyLeaves(platform, self) : fail('customer-gave-up')),
    (self) => legWith(platform, self),
  )
  party.onPhase('dialling', null)
  rings(party)
  const cancel = platform.after(callee.ringMs, () => {
    if (over) return
    if (callee.whenCalled !== 'answers') return fail('not-answered')
    over = true
    answers(party)
  })
  return { stop }
}

/** The leg to the softphone of the agent they are in a call with. */
export function legWith(platform: Platform, party: Party): PhoneLeg | null {
  const share = callOf(platform.live, party)?.shares.find(({ agent }) => currentShare(agent))
  return share?.agent.leg?.line.dialog ?? null
}
