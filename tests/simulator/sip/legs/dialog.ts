import type { IncomingInviteRequest, Session } from 'sip.js/lib/core/index.js'
import type { Media } from '../media/media.ts'
import type { LegLife } from './leg-life.ts'
import type { Line } from './line.ts'

export const SDP = { contentDisposition: 'session', contentType: 'application/sdp' }

/** A later offer of the softphone's: hold, retrieve, or a new network path (RFC 3261 section 14.2). */
async function answerOffer(request: IncomingInviteRequest, media: Media): Promise<void> {
  // An INVITE without an offer asks for ours; no softphone of this centre does that.
  if (!request.message.body) {
    request.reject({ statusCode: 488 })
    return
  }
  const content = await media.answer(request.message.body)
  request.accept({ statusCode: 200, body: { ...SDP, content } })
}

export interface Dialog {
  /** BYE, as soon as it may be sent: whoever was called must first have had the ACK (RFC 3261 section 15). */
  bye(): void
}

/** Everything inside an established dialog, whoever began it. */
export function carryDialog(
  {
    session,
    life,
    media,
    line,
    number,
  }: {
    readonly session: Session
    readonly life: LegLife
    readonly media: Media
    readonly line: Line
    readonly number: string
  },
  acknowledged: boolean,
): Dialog {
  let isAcknowledged = acknowledged
  let byeWanted = false

  function bye(): void {
    byeWanted = true
    if (isAcknowledged) line.core.over(line.flowOf(number), () => session.bye())
  }

  session.delegate = {
    onAck() {
      if (isAcknowledged) return
      isAcknowledged = true
      if (byeWanted) bye()
      else life.answer()
    },
    onAckTimeout: () => life.end({ by: 'failure', why: 'no ACK' }),
    onBye(request) {
      request.accept()
      life.end({ by: 'phone' })
    },
    onInfo(request) {
      media.receiveInfo(request.message.body)
      request.accept()
    },
    onInvite(request) {
      answerOffer(request, media).catch((error) => {
        line.report('A later offer was not understood', error)
        request.reject({ statusCode: 488 })
      })
    },
  }
  return { bye }
}
