import type { Context } from '../../gateway/route.ts'
import type { Retcode } from '../../platform/retcode.ts'
import { shareIn, sharesOf } from '../life/chat.ts'
import type { PlatformChat } from '../model.ts'
import { subMedia } from '../telling/mediacall.ts'

/** Chats in `/calldata` (spec/media-and-services.md 2.2, "Text of the multimedia call attributes"). */

export function chatNamed({ gateway }: Context, callId: string | null | undefined): PlatformChat | null {
  return gateway.platform.chats.all.get(callId ?? '') ?? null
}

/** That `allcallid` holds chats as well is inferred. */
export function chatIds({ gateway, agent }: Context): readonly string[] {
  return sharesOf(gateway.platform, agent).map(({ chat }) => chat.id)
}

/** The object of spec/ccgateway.md 9. */
export function chatObject({ gateway }: Context, chat: PlatformChat): Record<string, unknown> {
  const waitedUntil = chat.beginTime ?? chat.endTime ?? Date.now()
  return {
    callfeature: chat.feature,
    callid: chat.id,
    caller: chat.caller,
    called: chat.called,
    callskill: chat.queue?.name ?? '',
    callskillid: chat.queue?.id ?? 0,
    orgicallednum: chat.called,
    calldata: chat.data,
    begintime: chat.beginTime,
    endtime: chat.endTime,
    userPriority: 0,
    trunkNo: 65_535,
    logontimes: 0,
    mediaType: chat.mediaType,
    mediaAbility: 5,
    waitTime: Math.floor((waitedUntil - chat.arrivedAt) / 1000),
    trace: null,
    ...subMedia(gateway.platform, chat),
  }
}

const most = 16_384

/** The refusals of spec/ccgateway.md 9; only of a chat one is in (inferred). */
export function attachToChat({ gateway, agent }: Context, chat: PlatformChat, text: string | undefined): Retcode {
  if (!shareIn(gateway.platform, agent, chat.id)) return '400-001'
  if (text === undefined) return '400-002'
  if (Buffer.byteLength(text) > most) return '000-002'
  chat.data = text
  return '0'
}
