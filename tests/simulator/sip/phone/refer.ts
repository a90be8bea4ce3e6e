import { SessionDialog } from 'sip.js/lib/core/index.js'
import type { Core } from '../core.ts'

function dialogOf({ agent }: Core, callId: string): SessionDialog {
  const dialog = [...agent.dialogs.values()].find((one) => one.callId === callId)
  if (!(dialog instanceof SessionDialog)) throw new Error(`No dialog ${callId}`)
  return dialog
}

/** What Refer-To says of a dialog that is to be replaced (RFC 3891 section 3). */
export function replacing(core: Core, callId: string): string {
  const { remoteTag, localTag, remoteTarget } = dialogOf(core, callId)
  return `<${remoteTarget}?Replaces=${encodeURIComponent(`${callId};to-tag=${remoteTag};from-tag=${localTag}`)}>`
}

/** The final code of the answer to a REFER (RFC 3515); what comes of it is in the NOTIFYs. */
export function refer(core: Core, callId: string, referTo: string): Promise<number> {
  const dialog = dialogOf(core, callId)
  return new Promise((resolve) => {
    const end = ({ message }: { readonly message: { readonly statusCode: number | undefined } }) =>
      resolve(message.statusCode ?? 0)
    const contact = `Contact: ${core.agent.configuration.contact.toString()}`
    dialog.refer({ onAccept: end, onReject: end }, { extraHeaders: [`Refer-To: ${referTo}`, contact] })
  })
}
