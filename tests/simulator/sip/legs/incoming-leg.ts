import type { IncomingInviteRequest } from 'sip.js/lib/core/index.js'
import type { PhoneLeg } from '../sip-side.ts'
import { carryDialog, type Dialog, SDP } from './dialog.ts'
import { ringReliably } from './inside/reliable.ts'
import type { LegLife } from './leg-life.ts'
import type { Line } from './line.ts'
import { openLeg } from './open-leg.ts'
import { createRival } from './rival.ts'

/** SIP.js leaves UPDATE out of what is allowed. */
function ok({ faults: { sessionExpires } }: Line): { statusCode: number; extraHeaders: string[] } {
  const timer = sessionExpires === null ? [] : [`Session-Expires: ${sessionExpires}`, 'Require: timer']
  return { statusCode: 200, extraHeaders: ['Allow: UPDATE', ...timer] }
}

/** A group of one section says nothing that is not so without it. */
function asSaid({ faults }: Line, sdp: string): string {
  return faults.bundle ? sdp : sdp.replace(/^a=group:BUNDLE.*\r?\n/m, '')
}

function cancelled(request: IncomingInviteRequest, life: LegLife): void {
  request.reject({ statusCode: 487 })
  life.end({ by: 'phone' })
}

/** A call that a softphone began. */
export function createIncomingLeg(line: Line, request: IncomingInviteRequest, number: string): PhoneLeg {
  const open = openLeg(line, line.makeMedia(), number)
  const { media, life, inside } = open
  let dialog: Dialog | null = null
  /** Settled when the 180 is acknowledged, where that is asked for. */
  let rung: Promise<void> = Promise.resolve()
  const rival = createRival(open, request)
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
    await rung
    if (content === undefined || life.isOver) return
    const { session } = request.accept({ ...ok(line), body: { ...SDP, content: asSaid(line, content) } })
    life.mark('ok')
    dialog = carryDialog({ ...open, session }, false)
    inside.begin(session, false)
    rival.outdone()
  }

  request.delegate = { onCancel: () => cancelled(request, life) }
  return {
    ...open.seen,
    callId: request.message.callId,
    ring() {
      if (life.isOver || dialog) return
      rival.ring()
      if (line.faults.reliableRinging) rung = ringReliably(request)
      else request.progress({ statusCode: 180 })
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
