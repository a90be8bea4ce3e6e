import { emit } from '../../agents/agent-state.ts'
import type { Agent, Platform, Queue, Share } from '../../model.ts'
import { arrange } from '../arrange.ts'
import { leaveQueue } from '../call.ts'
import { customerAlerting, customerRelease } from '../call-events.ts'
import { withdraw } from '../not-taken.ts'
import { offer } from '../offer.ts'
import { mayTake, wait } from '../queue.ts'
import { type Ringing, ringNumber } from '../ring-number.ts'
import { handOverWithSuccess } from './hand-over.ts'
import type { Target } from './target.ts'

/** One success transfer, while the platform watches it (spec/ccgateway.md 8.3); agent and customer talk on (inferred). */
interface Watch {
  readonly share: Share
  readonly failed: () => void
  /** What to stop when nobody wants it any more. */
  stop: () => void
}

export function watchTransfer(platform: Platform, share: Share, target: Target): void {
  const { call, agent } = share
  const tell = () => emit(agent, 'AgentEvent_SuccTransResult', { result: 1, callId: share.callId })
  const watch: Watch = {
    share,
    failed: () => {
      if (call.under?.by !== share) return
      call.under = null
      call.transferFrom = ''
      watch.stop()
      tell()
    },
    stop: () => undefined,
  }
  call.under = { by: share, kind: 'success', third: null, withdraw: () => watch.stop(), failed: tell }
  if (target.kind === 'queue') toQueue(platform, watch, target.queue)
  else if (target.kind === 'agent') toAgent(platform, watch, target.agent)
  else if (target.kind === 'outside') toOutside(platform, watch, target.number)
}

function toAgent(platform: Platform, watch: Watch, agent: Agent): void {
  if (mayTake(platform, agent)) ring(platform, watch, agent, null)
  else watch.failed()
}

function ring(platform: Platform, watch: Watch, to: Agent, queue: Queue | null): void {
  const { share } = watch
  let asked: Share | null = null
  watch.stop = () => {
    if (asked) withdrawAsked(platform, asked)
  }
  asked = offer(platform, {
    call: share.call,
    agent: to,
    quiet: true,
    outcome: {
      rings: () =>
        emit(share.agent, 'AgentEvent_Customer_Alerting', customerAlerting(share, to.workNumber, to.workNumber)),
      taken: () => {
        share.call.under = null
        handOverWithSuccess(platform, share, () => {
          if (queue) share.call.queue = queue
        })
      },
      lost: watch.failed,
    },
  })
}

function withdrawAsked(platform: Platform, asked: Share): void {
  const gone = customerRelease(asked)
  withdraw(platform, asked, () => {
    emit(asked.agent, 'AgentEvent_Customer_Release', gone)
    emit(asked.agent, 'AgentEvent_Call_Release', asked.callId)
  })
}

/** In the queue beside those who wait there, for a time that is the platform's (inferred). */
function toQueue(platform: Platform, watch: Watch, queue: Queue): void {
  const { call } = watch.share
  const cancel = platform.after(platform.timeouts.transferMs, watch.failed)
  watch.stop = () => {
    cancel()
    leaveQueue(platform, call)
  }
  const serve = (agent: Agent) => {
    cancel()
    ring(platform, watch, agent, queue)
  }
  wait(platform, { call, queue, since: Date.now(), except: watch.share.agent, serve })
  platform.dispatch()
}

function toOutside(platform: Platform, watch: Watch, number: string): void {
  const { share } = watch
  const { call } = share
  const ringing: Ringing = ringNumber(platform, number, {
    id: call.id,
    rings: (party) => emit(share.agent, 'AgentEvent_Customer_Alerting', customerAlerting(share, party.number)),
    answers: (party) => {
      call.under = null
      handOverWithSuccess(platform, share, () => {
        call.parties.push(party)
        party.onPhase('talking', null)
        arrange(call)
      })
    },
    fails: watch.failed,
  })
  watch.stop = () => ringing.stop('not-answered')
}
