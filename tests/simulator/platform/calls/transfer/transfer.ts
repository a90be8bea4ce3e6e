import type { Agent, Platform, Share } from '../../model.ts'
import type { Retcode } from '../../retcode.ts'
import { arrange } from '../arrange.ts'
import { setPhase } from '../call.ts'
import { insideNumber } from '../inside/numbers.ts'
import { currentShare, othersOf } from '../shares.ts'
import { talkAgain } from '../talk.ts'
import { isAddress, type TransferMode, transferMode } from './matrix.ts'
import { bringOutside } from './outside.ts'
import { releaseTo } from './release.ts'
import { suspend } from './suspend.ts'
import { type Target, targetOf } from './target.ts'
import { watchTransfer } from './watch.ts'

export interface TransferWish {
  readonly deviceType: number
  readonly address: string
  readonly mode: number
  readonly data: string
  /** Whether the customer waits while a three-party transfer is set up. */
  readonly holdCustomer: boolean
}

/** spec/ccgateway.md 8.3. */
export function transfer(platform: Platform, agent: Agent, wish: TransferWish): Retcode {
  const mode = transferMode(wish.deviceType, wish.mode)
  if (!mode || !isAddress(wish.deviceType, wish.address)) return '000-002'
  const share = currentShare(agent)
  if (share?.state !== 'talking' || !isTransferable(share)) return '200-012'
  const target = targetOf(platform, wish.deviceType, wish.address)
  if (typeof target === 'string') return target
  if (!isPossible(share, target, mode)) return '100-007'

  if (wish.data) share.call.data = wish.data
  share.call.transferFrom = insideNumber(agent)
  begin(platform, share, target, mode, wish.holdCustomer)
  return '0'
}

/**
 * One at a time, to somebody else, with two in the call; to an outside number without watching it is "impossible for
 * outgoing calls" (spec/ccgateway.md 8.3). That 100-007 says all of this is inferred.
 */
function isPossible(share: Share, target: Target, mode: TransferMode): boolean {
  const alone = share.call.under === null && othersOf(share).length === 1
  const toSelf = target.kind === 'agent' && target.agent === share.agent
  const blindOutside = mode === 'release' && target.kind === 'outside'
  return alone && !toSelf && !(blindOutside && share.feature !== 0)
}

/** Internal calls and consultations cannot be (spec/ccgateway.md 8.3, 16.4; their code inferred). */
function isTransferable({ feature, part, call }: Share): boolean {
  return (feature === 0 || feature === 7) && part === 'main' && call.parties.length > 0
}

function begin(platform: Platform, share: Share, target: Target, mode: TransferMode, holdCustomer: boolean): void {
  if (mode === 'release') releaseTo(platform, share, target)
  else if (mode === 'success') watchTransfer(platform, share, target)
  else if (mode === 'suspend') suspend(platform, share, target)
  else if (target.kind === 'outside') bringOutside(platform, share, target.number, mode, holdCustomer)
}

/** `canceltransfer`: only talk and three-party (spec/ccgateway.md 8.1); anything else is 100-007 (inferred). */
export function cancelTransfer(platform: Platform, agent: Agent): Retcode {
  const share = currentShare(agent)
  const under = share?.call.under
  if (!share || !under || under.by !== share) return '100-007'
  if (under.kind !== 'talk' && under.kind !== 'three-party') return '100-007'
  const { call } = share
  const { third } = under
  call.under = null
  call.waits = null
  under.withdraw()
  if (third) call.parties.splice(call.parties.indexOf(third), 1)
  third?.onPhase('ended', 'agent-hung-up')
  arrange(call)
  setPhase(platform, call, 'talking')
  talkAgain(platform, share)
  return '0'
}
