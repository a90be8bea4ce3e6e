import { insideNumber } from '../../platform/calls/inside/numbers.ts'
import type { Agent, Platform } from '../../platform/model.ts'
import type { PlatformChat } from '../model.ts'
import { tellingOf } from '../telling/telling.ts'
import { closeChat, dropShare, openChat, openShare } from './chat.ts'
import { offer } from './offer.ts'
import { afterChat, hasRoom, occupy } from './room.ts'

/**
 * An inner chat with a colleague: only the older interface names an operation for it (spec/media-and-services.md 2.6),
 * so the newer one uses it as well, with the ordinary call events of an internal call (inferred).
 */
export function callInside(platform: Platform, from: Agent, to: Agent): PlatformChat {
  const chat = openChat(platform, {
    channel: null,
    mediaType: 53,
    feature: 6,
    caller: insideNumber(from),
    called: insideNumber(to),
    nickname: from.name,
    queue: null,
    customer: null,
  })
  const own = openShare(platform, { agent: from, chat, state: 'calling' })
  occupy(platform, from)
  const failed = () => {
    tellingOf(platform).insideFailed(own)
    dropShare(platform, own)
    closeChat(platform, chat, 'not-answered')
    afterChat(platform, from, chat)
  }
  const taken = () => {
    own.state = 'talking'
    tellingOf(platform).talks(platform, own)
  }
  tellingOf(platform).callsInside(own)
  // What could not begin at once is told after the answer that it was asked for.
  if (hasRoom(platform, to)) offer(platform, { chat, agent: to, outcome: { taken, lost: failed }, quiet: true })
  else failed()
  return chat
}
