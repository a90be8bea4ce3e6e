import type { Core } from 'sip.js'
import type { Dialog } from './dialog.ts'

/** The session description of a response, which need not be what its body is (RFC 3459, RFC 3959). */
function readAnswer(message: Core.IncomingResponseMessage): string | null {
  const type = /^\s*application\/sdp\s*(;|$)/i.test(message.getHeader('content-type') ?? '')
  const use = /^\s*(session)?\s*(;|$)/i.test(message.getHeader('content-disposition') ?? '')
  return type && use && message.body !== '' ? message.body : null
}

/** Who rings may be heard before anybody answers; without it the call is as good. */
export async function hearEarly({ description }: Dialog, message: Core.IncomingResponseMessage): Promise<void> {
  const early = readAnswer(message)
  if (early !== null) await description?.preview(early)
}

/** The call is answered, by whichever of those that rang. */
export async function takeAnswer(dialog: Dialog, message: Core.IncomingResponseMessage): Promise<void> {
  const { conversation, description } = dialog
  const answer = readAnswer(message)
  if (conversation === null) return
  conversation.agreed(message)
  if (answer !== null) description?.confirm(answer)
  await conversation.begin()
}
