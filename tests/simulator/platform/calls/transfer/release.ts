import { tone } from '../../../voice/tone.ts'
import type { Agent, Ivr, Platform, PlatformCall, Share } from '../../model.ts'
import { arrange } from '../arrange.ts'
import { closeCall, setPhase } from '../call.ts'
import { offer } from '../offer.ts'
import { mayTake, requeue } from '../queue.ts'
import { ringNumber } from '../ring-number.ts'
import { handOver } from './hand-over.ts'
import type { Target } from './target.ts'

/** The own leg ends whatever happens (spec/ccgateway.md 8.3). */
export function releaseTo(platform: Platform, share: Share, target: Target): void {
  const { call } = share
  handOver(platform, share, () => {
    if (target.kind === 'queue') requeue(platform, call, target.queue)
    else if (target.kind === 'agent') giveTo(platform, call, target.agent)
    else if (target.kind === 'ivr')
      playIvr(platform, call, target.ivr, () => closeCall(platform, call, 'ended-by-platform'))
    else connectOutside(platform, call, target.number)
  })
}

/** Whom the other agent does not take goes back to the queue they came from, or is hung up on (inferred). */
function giveTo(platform: Platform, call: PlatformCall, agent: Agent): void {
  const lost = () => {
    if (call.queue) requeue(platform, call, call.queue)
    else closeCall(platform, call, 'ended-by-platform')
  }
  if (mayTake(platform, agent)) offer(platform, { call, agent, outcome: { taken: () => undefined, lost } })
  else lost()
}

export function playIvr(platform: Platform, call: PlatformCall, ivr: Ivr, then: () => void): void {
  call.announcement = tone(ivr.tone)
  setPhase(platform, call, 'ivr')
  arrange(call)
  call.timer = platform.after(ivr.lastsMs, () => {
    call.announcement = null
    then()
  })
}

function connectOutside(platform: Platform, call: PlatformCall, number: string): void {
  setPhase(platform, call, 'dialling')
  const ringing = ringNumber(platform, number, {
    id: call.id,
    rings: () => undefined,
    answers: (party) => {
      call.parties.push(party)
      setPhase(platform, call, 'talking')
      arrange(call)
    },
    fails: () => closeCall(platform, call, 'ended-by-platform'),
  })
  if (call.phase === 'dialling') call.timer = () => ringing.stop('not-answered')
}
