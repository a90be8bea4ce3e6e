import { emit } from '../../agents/agent-state.ts'
import type { Party, Platform, Share } from '../../model.ts'
import { arrange } from '../arrange.ts'
import { noteCall } from '../call.ts'
import { conference, customerAlerting } from '../call-events.ts'
import { type Ringing, ringNumber } from '../ring-number.ts'

/**
 * Talk and three-party transfer (spec/ccgateway.md 8.3): the customer waits while it rings, in a talk transfer also
 * afterwards. Who leaves leaves the other two together.
 */
export function bringOutside(
  platform: Platform,
  share: Share,
  number: string,
  kind: 'talk' | 'three-party',
  holdCustomer: boolean,
): void {
  const { call, agent } = share
  const customer = call.parties[0] ?? null
  let ringing: Ringing | null = null
  const failed = () => emit(agent, 'AgentEvent_Connect_Fail', share.callId)
  call.under = { by: share, kind, third: null, withdraw: () => ringing?.stop('not-answered'), failed }
  const under = call.under
  call.waits = kind === 'talk' || holdCustomer ? customer : null
  arrange(call)
  ringing = ringNumber(platform, number, {
    id: call.id,
    rings: (party) => emit(agent, 'AgentEvent_Customer_Alerting', customerAlerting(share, party.number)),
    answers: (party) => comeIn(platform, share, party, kind === 'talk' ? customer : null),
    fails: () => {
      if (call.under !== under) return
      call.under = null
      call.waits = null
      call.transferFrom = ''
      arrange(call)
      failed()
    },
  })
}

function comeIn(platform: Platform, share: Share, third: Party, waits: Party | null): void {
  const { call, agent } = share
  if (!call.under) return
  call.under.third = third
  call.waits = waits
  call.parties.push(third)
  third.onPhase('talking', null)
  waits?.onPhase('held', null)
  noteCall(platform, call, 'third-party')
  arrange(call)
  emit(agent, 'AgentEvent_Conference', conference(share))
}
