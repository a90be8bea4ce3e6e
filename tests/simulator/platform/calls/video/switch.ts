import type { Agent, PlatformCall, Share, VideoMode } from '../../model.ts'
import type { Retcode } from '../../retcode.ts'
import { arrange } from '../arrange.ts'
import { currentShare, howMany } from '../shares.ts'
import { isVideoAgent } from './pictures.ts'

/**
 * `mediaswitch` (spec/ccgateway.md 12): for calls that began as voice; on hold and muted ones too. No event is known:
 * the leg sees a re-INVITE (inferred), and so are all refusals.
 */
export function switchMedia(agent: Agent, video: boolean): Retcode {
  const share = currentShare(agent) ?? agent.shares.find(({ state }) => state === 'held') ?? null
  if (!share?.talked || !isVideoAgent(agent) || share.call.began === 'video') return '100-007'
  if (video && !share.call.parties.some(({ camera }) => camera)) return '100-007'
  share.call.picture = video
  arrange(share.call)
  if (share.state === 'talking') offerPicture(share, video)
  return '0'
}

/** What was switched while it was held is offered when it talks again (inferred). */
export function catchUpPicture(share: Share): void {
  const { call, agent } = share
  const { agreed, offered } = agent.leg?.line.dialog?.picture ?? {}
  if (call.began === 'voice' && call.picture && !agreed?.sends && offered !== true) offerPicture(share, true)
}

function offerPicture({ agent }: Share, wanted: boolean): void {
  void agent.leg?.line.dialog?.inside.offerPicture(wanted)
}

/**
 * `adjustvideomode` (spec/ccgateway.md 12). Its five refusals are known by number only (17): which is for what is
 * inferred from the order of what can be wrong.
 */
export function adjustVideo(agent: Agent, mode: number): Retcode {
  const call = currentShare(agent)?.call
  if (!isMode(mode)) return '200-031'
  if (!call) return '200-032'
  if (!call.picture) return '200-033'
  if (!isOfThree(call)) return '200-034'
  call.layout = mode
  return '0'
}

function isMode(mode: number): mode is VideoMode {
  return mode === 0 || mode === 1 || mode === 2 || mode === 3
}

function isOfThree(call: PlatformCall): boolean {
  return howMany(call) >= 3
}
