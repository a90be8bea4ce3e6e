import type { IncomingInviteRequest } from 'sip.js/lib/core/index.js'
import { createMedia } from '../media/media.ts'
import type { PhoneLeg } from '../sip-side.ts'
import { carryDialog, type Dialog, SDP } from './dialog.ts'
import { createLegLife } from './leg-life.ts'
import type { Line } from './line.ts'

/** A call that a softphone began. */
export function createIncomingLeg(line: Line, request: IncomingInviteRequest, number: string): PhoneLeg {
  const media = createMedia(line.report)
  const life = createLegLife(() => media.close().catch((error) => line.report('Closing a leg', error)))
  let dialog: Dialog | null = null
  life.mark('invite')
  line.began(life, line.core.flow())

  function refuse(code: number, reason: string): void {
    if (life.isOver || dialog) return
    request.reject({ statusCode: code, reasonPhrase: reason })
    life.end({ by: 'centre' })
  }

  async function accept(): Promise<void> {
    if (life.isOver || dialog) return
    const content = await media.answer(request.message.body).catch((error) => {
      line.report('An offer was not understood', error)
      refuse(488, 'Not Acceptable Here')
    })
    if (content === undefined || life.isOver) return
    const { session } = request.accept({ statusCode: 200, body: { ...SDP, content } })
    life.mark('ok')
    dialog = carryDialog({ session, life, media, line, number }, false)
  }

  request.delegate = {
    onCancel() {
      request.reject({ statusCode: 487 })
      life.end({ by: 'phone' })
    },
  }
  return {
    callId: request.message.callId,
    number,
    answered: life.answered,
    ended: life.ended,
    times: life.times,
    voice: media.voice,
    ring() {
      if (life.isOver || dialog) return
      request.progress({ statusCode: 180 })
      life.mark('ringing')
    },
    accept,
    refuse,
    hangUp() {
      if (life.isOver) return
      if (!dialog) return refuse(480, 'Temporarily Unavailable')
      dialog.bye()
      life.end({ by: 'centre' })
    },
  }
}
