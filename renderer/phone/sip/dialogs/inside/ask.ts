import { Core } from 'sip.js'

/** How a request of ours inside a dialog was answered; `madeUp` by SIP.js, because nobody did. */
export interface Answered {
  readonly code: number
  readonly madeUp: boolean
  readonly message: Core.IncomingResponseMessage
}

export interface Question {
  readonly headers?: readonly string[]
  readonly body?: { readonly contentType: string; readonly content: string; readonly isSession?: boolean }
}

/** The dialog is gone, or nobody answers for it any more (RFC 3261 section 12.2.1.2). */
export function isGone({ code }: Pick<Answered, 'code'>): boolean {
  return code === 481 || code === 408
}

export function readAnswered(message: Core.IncomingResponseMessage): Answered {
  return { code: message.statusCode ?? 0, madeUp: !message.hasHeader('via'), message }
}

export function contactHeader(dialog: Core.SessionDialog): string {
  return `Contact: ${dialog.userAgentCore.configuration.contact.toString()}`
}

/** A challenge was answered under the next number without the dialog's knowing, and no number may come twice. */
function catchUp(dialog: Core.SessionDialog, sequence: number): void {
  while ((dialog.localSequenceNumber ?? sequence) < sequence) dialog.incrementLocalSequenceNumber()
}

/** Sends a request other than INVITE inside the dialog; resolves with the final answer, whatever it is. */
export function ask(dialog: Core.SessionDialog, method: string, { headers = [], body }: Question): Promise<Answered> {
  const content = body && { ...body, contentDisposition: body.isSession === true ? 'session' : 'render' }
  const options = { extraHeaders: [...headers], ...(content && { body: content }) }
  const message = dialog.createOutgoingRequestMessage(method, options)
  return new Promise((resolve) => {
    const answered = (response: Core.IncomingResponse) => {
      catchUp(dialog, message.cseq)
      resolve(readAnswered(response.message))
    }
    const delegate = { onAccept: answered, onRedirect: answered, onReject: answered }
    new Core.UserAgentClient(Core.NonInviteClientTransaction, dialog.userAgentCore, message, delegate)
  })
}
