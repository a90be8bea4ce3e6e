import type { Room } from '../platform/media/room.ts'
import type { Callee, Party, Platform } from '../platform/model.ts'
import type { PhoneLeg, Refer } from '../sip/sip-side.ts'

/** One call of SIP alone, which the softphone may leave to others. */
export interface PlainCall {
  readonly leg: PhoneLeg
  readonly party: Party
  readonly room: Room
  /** The customer does. */
  hangUp(): void
  /** The customer is with somebody else now, whom `leave` ends it with; the leg is over for them. */
  handOver(leave: () => void): void
}

/** A softphone hands a customer over (RFC 3515): to a number that is dialled, or to whom it talks with on another leg. */
export function putThrough(
  platform: Platform,
  refer: Refer,
  call: PlainCall,
  callOf: (leg: PhoneLeg) => PlainCall | null,
): void {
  const other = refer.replaces && callOf(refer.replaces)
  if (refer.replaces && !other) refer.refuse(481)
  else {
    refer.accept()
    if (other) join(refer, call, other)
    else reach(platform, refer, call)
  }
}

function reach(platform: Platform, refer: Refer, call: PlainCall): void {
  const callee = platform.callee(refer.to)
  if (!callee) refer.notify(404, 'Not Found')
  else if (callee.whenCalled === 'busy') refer.notify(486, 'Busy Here')
  else dial(platform, refer, call, callee)
}

/** Attended: the two whom the softphone talked to hear each other, and the leg that was replaced is over (RFC 3891). */
function join(refer: Refer, call: PlainCall, other: PlainCall): void {
  const leave = apart(call)
  other.room.leave(other.party)
  other.handOver(() => leave(other.party, call.party))
  call.handOver(() => leave(call.party, other.party))
  call.room.join(other.party)
  refer.notify(200, 'OK')
  other.leg.hangUp()
}

/** Blind: somebody is rung for the customer, who waits with the softphone until that is answered. */
function dial(platform: Platform, refer: Refer, call: PlainCall, callee: Callee): void {
  const leave = apart(call)
  let answered = false
  const party = callee.open(
    call.leg.callId,
    (self) => (answered ? leave(self, call.party) : giveUp(480, 'Temporarily Unavailable')),
    () => null,
  )
  refer.notify(180, 'Ringing')
  const cancel = platform.after(callee.ringMs, () => {
    if (callee.whenCalled === 'answers') answer()
    else giveUp(480, 'Temporarily Unavailable')
  })
  void call.leg.ended.then(() => {
    if (answered) return
    cancel()
    party.onPhase('ended', 'other-hung-up')
  })

  function giveUp(code: number, reason: string): void {
    cancel()
    party.onPhase('ended', 'not-answered')
    refer.notify(code, reason)
  }

  function answer(): void {
    answered = true
    call.handOver(() => leave(call.party, party))
    call.room.join(party)
    party.onPhase('talking', null)
    refer.notify(200, 'OK')
  }
}

/** Two who are without a softphone: either ends it. */
function apart({ room }: PlainCall): (who: Party, other: Party) => void {
  return (who, other) => {
    for (const party of [who, other]) room.leave(party)
    who.onPhase('ended', 'customer-hung-up')
    other.onPhase('ended', 'other-hung-up')
  }
}
