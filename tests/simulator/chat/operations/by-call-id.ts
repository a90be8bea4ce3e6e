import type { Context } from '../../gateway/route.ts'
import type { Retcode } from '../../platform/retcode.ts'
import { shareIn, sharesOf } from '../life/chat.ts'
import { agentEnds } from '../life/leave.ts'
import { answerChat, rejectChat } from '../life/offer.ts'
import type { ChatShare } from '../model.ts'

/** Operations of `/voicecall` on chats (spec/media-and-services.md 2.1; reject and release after chapter 11, 4). */

/** Without an id the only one that rings: it is "mandatory when several multimedia calls exist". */
function ringing({ gateway, agent }: Context, callId: string | null | undefined): ChatShare | null {
  const asked = sharesOf(gateway.platform, agent).filter(({ state }) => state === 'ringing')
  if (callId) return asked.find(({ chat }) => chat.id === callId) ?? null
  return asked.length === 1 ? (asked[0] ?? null) : null
}

export function answerAsked(context: Context, callId: string | null): Retcode {
  const share = ringing(context, callId)
  if (!share) return '200-002'
  answerChat(context.gateway.platform, share)
  return '0'
}

export function rejectAsked(context: Context, callId: string | undefined, mode: 1 | 2): Retcode {
  const share = ringing(context, callId)
  if (!share) return '200-002'
  rejectChat(context.gateway.platform, share, mode)
  return '0'
}

/** Only one that is named, and only one that is open: a chat that rings is rejected (inferred, as for calls). */
export function releaseAsked({ gateway, agent }: Context, callId: string | undefined): Retcode {
  const share = callId === undefined ? null : shareIn(gateway.platform, agent, callId)
  if (!share || share.state === 'ringing') return '200-017'
  agentEnds(gateway.platform, share)
  return '0'
}
