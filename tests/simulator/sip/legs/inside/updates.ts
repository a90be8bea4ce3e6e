import {
  Dialog,
  type IncomingRequestMessage,
  NonInviteClientTransaction,
  NonInviteServerTransaction,
  SessionDialog,
  UserAgentClient,
  type UserAgentCore,
  UserAgentServer,
} from 'sip.js/lib/core/index.js'
import { codeOf, session as sdpBody } from './answered.ts'

/** SIP.js knows no UPDATE (RFC 3311); whose dialog it is takes it from here. */
export function receiveUpdate(agent: UserAgentCore, message: IncomingRequestMessage): UserAgentServer | null {
  const dialog = agent.dialogs.get(dialogOf(message))
  if (!(dialog instanceof SessionDialog)) {
    agent.replyStateless(message, { statusCode: 481 })
    return null
  }
  Dialog.prototype.receiveRequest.call(dialog, message)
  return new UserAgentServer(NonInviteServerTransaction, agent, message)
}

/** Whose dialog a request belongs to, as the core keeps them. */
export function dialogOf({ callId, toTag, fromTag }: IncomingRequestMessage): string {
  return callId + toTag + fromTag
}

/** The final code of the answer. */
export function sendUpdate(
  dialog: SessionDialog,
  sdp: string | null,
  onAnswer: (sdp: string) => void,
): Promise<number> {
  const { userAgentCore: agent } = dialog
  const extraHeaders = [`Contact: ${agent.configuration.contact.toString()}`]
  const message = dialog.createOutgoingRequestMessage('UPDATE', {
    extraHeaders,
    ...(sdp !== null && { body: sdpBody(sdp) }),
  })
  return new Promise((resolve) => {
    new UserAgentClient(NonInviteClientTransaction, agent, message, {
      onAccept(response) {
        if (response.message.body) onAnswer(response.message.body)
        resolve(codeOf(response))
      },
      onReject: (response) => resolve(codeOf(response)),
    })
  })
}
