import { music } from '../platform/media/announcements.ts'
import type { CallEnd, Callee, Party, Platform } from '../platform/model.ts'
import type { LegEnd, PhoneLeg } from '../sip/sip-side.ts'
import { type PlainCall, putThrough } from './plain-transfer.ts'

/** Those of legs that have not ended. */
const calls = new WeakMap<PhoneLeg, PlainCall>()

/** A customer's call straight to a softphone: SIP alone, no queue and no gateway (design/product.md, rule 6). */
export function follow(platform: Platform, leg: PhoneLeg, party: Party): PlainCall {
  const room = platform.exchange.open()
  let hungUp = false
  let elsewhere: (() => void) | null = null
  const call: PlainCall = {
    leg,
    party,
    room,
    hangUp() {
      if (elsewhere) return elsewhere()
      hungUp = true
      leg.hangUp()
    },
    handOver(leave) {
      elsewhere = leave
      room.leave(leg)
      room.setAside(party, null)
    },
  }
  calls.set(leg, call)
  leg.inside.onHold = (held) => {
    room.setAside(party, held ? music() : null)
    leg.picture.mirror = party.camera === true && !held
  }
  leg.picture.wanted = party.camera === true
  leg.picture.mirror = party.camera === true
  leg.inside.onRefer = (refer) => putThrough(platform, refer, call, (other) => calls.get(other) ?? null)
  void leg.answered.then((taken) => {
    if (!taken) return
    room.join(leg)
    room.join(party)
    party.onPhase('talking', null)
  })
  void leg.ended.then((end) => {
    room.leave(leg)
    if (elsewhere) return
    room.leave(party)
    party.onPhase('ended', hungUp ? 'customer-hung-up' : why(end))
  })
  return call
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
  const party = callee.open(
    leg.callId,
    () => call.hangUp(),
    () => leg,
  )
  const call = follow(platform, leg, party)
  leg.ring()
  const cancel = platform.after(callee.ringMs, () => {
    if (callee.whenCalled === 'answers') void leg.accept()
    else leg.refuse(480, 'Temporarily Unavailable')
  })
  void leg.ended.then(cancel)
}
