import { Core } from 'sip.js'

/** SIP.js refuses UPDATE (RFC 3311); who takes it up here. */
export type TakeUpdate = (dialog: Core.SessionDialog, request: Core.UserAgentServer) => void

/** UPDATE says where the far side is to be reached from now on (RFC 3311 section 5.2). */
function refreshTarget(dialog: Core.SessionDialog, message: Core.IncomingRequestMessage): void {
  const contact: unknown = message.hasHeader('contact') ? message.parseHeader('contact') : null
  const state: unknown = Reflect.get(dialog, 'dialogState')
  if (contact instanceof Core.NameAddrHeader && typeof state === 'object' && state !== null)
    Object.assign(state, { remoteTarget: contact.uri })
}

function receive(core: Core.UserAgentCore, message: Core.IncomingRequestMessage, take: TakeUpdate): void {
  const dialog = core.dialogs.get(message.callId + message.toTag + message.fromTag)
  if (core.userAgentServers.has(message.viaBranch)) return
  if (!(dialog instanceof Core.SessionDialog)) return void core.replyStateless(message, { statusCode: 481 })
  // Out of order (RFC 3261 section 12.2.2).
  if (message.cseq <= (dialog.remoteSequenceNumber ?? 0)) return void core.replyStateless(message, { statusCode: 500 })
  Core.Dialog.prototype.receiveRequest.call(dialog, message)
  refreshTarget(dialog, message)
  take(dialog, new Core.UserAgentServer(Core.NonInviteServerTransaction, core, message))
}

/** Puts itself between the transport and SIP.js's core, which knows no UPDATE. */
export function takeUpdates(core: Core.UserAgentCore, take: TakeUpdate): void {
  const pass = core.receiveIncomingRequestFromTransport.bind(core)
  core.receiveIncomingRequestFromTransport = (message) => {
    if (message.method === 'UPDATE') receive(core, message, take)
    else pass(message)
  }
}
