import type {
  AckableIncomingResponseWithSession,
  IncomingResponse,
  OutgoingInviteRequest,
  PrackableIncomingResponseWithSession,
} from 'sip.js/lib/core/index.js'
import type { Media } from '../media/media.ts'
import type { Binding } from '../registrar/bindings.ts'
import type { Caller, LegEnd, PhoneLeg } from '../sip-side.ts'
import { carryDialog, type Dialog, SDP } from './dialog.ts'
import type { LegLife } from './leg-life.ts'
import type { Line } from './line.ts'
import { openLeg } from './open-leg.ts'

function isLocal({ message }: IncomingResponse): boolean {
  // SIP.js makes up a 408 or 503 of its own when the transaction times out or the flow is gone.
  return !message.data
}

function endOf(response: IncomingResponse, weHungUp: boolean): LegEnd {
  const { statusCode: code = 0, reasonPhrase: reason = '' } = response.message
  if (weHungUp) return { by: 'centre' }
  return isLocal(response) ? { by: 'failure', why: reason } : { by: 'phone', code, reason }
}

function writeInvite(line: Line, binding: Binding, from: Caller, callId: string, offer: string) {
  const { agent, uri } = line.core
  const name = from.name?.replace(/["\\]/g, '\\$&')
  const headers = [`Contact: ${agent.configuration.contact.toString()}`, ALLOWS, ...(from.headers ?? [])]
  const options = { callId, ...(name && { fromDisplayName: name }) }
  const body = { ...SDP, content: offer }
  return agent.makeOutgoingRequestMessage(
    'INVITE',
    binding.contact,
    uri(from.number),
    uri(binding.number),
    options,
    headers,
    body,
  )
}

const ALLOWS = 'Allow: ACK,BYE,CANCEL,INFO,INVITE,NOTIFY,OPTIONS,PRACK,REFER,UPDATE'

/** A 1xx may be sent until it is acknowledged (RFC 3262 section 4). */
function rings({ message, prack }: PrackableIncomingResponseWithSession, life: LegLife): void {
  life.mark('ringing')
  const sequence = message.getHeader('rseq')
  if (!/100rel/i.test(message.getHeader('require') ?? '') || sequence === undefined) return
  prack({ extraHeaders: [`RAck: ${sequence} ${message.getHeader('cseq')}`] })
}

function mediaFor(line: Line, { video = false }: Caller): Media {
  const media = line.takeMedia()
  media.picture.wanted = video
  return media
}

/** Rings a registered softphone. */
export function createOutgoingLeg(line: Line, binding: Binding, from: Caller, callId: string): PhoneLeg {
  const { number } = binding
  const open = openLeg(line, mediaFor(line, from), number)
  const { media, life, inside } = open
  let invite: OutgoingInviteRequest | null = null
  let dialog: Dialog | null = null
  let weHungUp = false

  function accept(response: AckableIncomingResponseWithSession): void {
    life.mark('ok')
    response.ack()
    dialog = carryDialog({ ...open, session: response.session }, true)
    inside.begin(response.session, true)
    // CANCEL and 200 OK crossed (RFC 3261 section 9.1).
    if (weHungUp) dialog.bye()
    else
      media.takeAnswer(response.message.body).then(life.answer, (error) => fail('the answer was not understood', error))
  }

  function fail(why: string, error: unknown): void {
    line.report(why, error)
    dialog?.bye()
    life.end({ by: 'failure', why })
  }

  function send(offer: string): void {
    if (life.isOver) return
    const message = writeInvite(line, binding, from, callId, offer)
    const end = (response: IncomingResponse) => life.end(endOf(response, weHungUp))
    invite = line.core.over(binding.flow, () =>
      line.core.agent.invite(message, {
        onProgress: (response) => rings(response, life),
        onAccept: accept,
        onReject: end,
        onRedirect: end,
      }),
    )
    life.mark('invite')
  }

  function hangUp(): void {
    if (life.isOver) return
    weHungUp = true
    if (dialog) dialog.bye()
    else if (invite) line.core.over(line.flowOf(number), () => invite?.cancel())
    life.end({ by: 'centre' })
  }

  line.began(life, binding.flow)
  if (media.prepared) send(media.prepared)
  else media.offer().then(send, (error) => fail('no offer', error))
  return { ...open.seen, callId, hangUp, ring: notOurs, accept: notOurs, refuse: notOurs }
}

function notOurs(): never {
  throw new Error('Only a leg that the phone began can be rung, accepted or refused')
}
