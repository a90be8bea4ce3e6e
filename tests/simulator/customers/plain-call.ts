import type { CallEnd, Callee, Party, Platform } from '../platform/model.ts'
import type { LegEnd, PhoneLeg } from '../sip/sip-side.ts'

/** A customer's call straight to a softphone: SIP alone, no queue and no gateway (design/product.md, rule 6). */
export function follow(platform: Platform, leg: PhoneLeg, party: Party, isHungUp: () => boolean): void {
  const room = platform.exchange.open()
  void leg.answered.then((taken) => {
    if (!taken) return
    room.join(leg)
    room.join(party)
    party.onPhase('talking', null)
  })
  void leg.ended.then((end) => {
    room.leave(leg)
    room.leave(party)
    party.onPhase('ended', isHungUp() ? 'customer-hung-up' : why(end))
  })
}

function why(end: LegEnd): CallEnd {
  if (end.by === 'centre') return 'not-answered'
  if (end.by === 'failure') return 'phone-refused'
  return end.code === undefined ? 'agent-hung-up' : 'phone-refused'
}

/** A softphone dials a customer by itself. */
export function takeDial(platform: Platform, leg: PhoneLeg, callee: Callee | null): void {
  if (!callee) leg.refuse(404, 'Not Found')
  else if (callee.whenCalled === 'busy') leg.refuse(486, 'Busy Here')
  else ring(platform, leg, callee)
}

function ring(platform: Platform, leg: PhoneLeg, callee: Callee): void {
  let hungUp = false
  const party = callee.open(
    leg.callId,
    () => {
      hungUp = true
      leg.hangUp()
    },
    () => leg,
  )
  follow(platform, leg, party, () => hungUp)
  leg.ring()
  const cancel = platform.after(callee.ringMs, () => {
    if (callee.whenCalled === 'answers') void leg.accept()
    else leg.refuse(480, 'Temporarily Unavailable')
  })
  void leg.ended.then(cancel)
}
