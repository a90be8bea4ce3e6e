import type { Session } from 'sip.js/lib/core/index.js'
import type { Media } from '../media/media.ts'
import type { LegLife } from './leg-life.ts'
import type { Line } from './line.ts'

export const SDP = { contentDisposition: 'session', contentType: 'application/sdp' }

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
  }
  return { bye }
}
