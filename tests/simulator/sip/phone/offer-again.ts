import { SessionDialog } from 'sip.js/lib/core/index.js'
import type { Core } from '../core.ts'
import { SDP } from '../legs/dialog.ts'

/** A re-INVITE (RFC 3261 section 14.1) with the description this side gave before, changed. */
export function offerAgain(
  { agent }: Core,
  callId: string,
  received: readonly string[],
  change: (sdp: string) => string,
): Promise<number> {
  const dialog = [...agent.dialogs.values()].find((one) => one.callId === callId)
  if (!(dialog instanceof SessionDialog)) throw new Error(`No dialog ${callId}`)
  // Of the two descriptions in force, ours is the one that never came in.
  const both = [dialog.offer?.content ?? '', dialog.answer?.content ?? '']
  const own = both.find((sdp) => !received.some((text) => text.includes(sdp))) ?? ''
  return new Promise((resolve) => {
    dialog.invite(
      {
        onAccept(response) {
          response.ack()
          resolve(response.message.statusCode ?? 0)
        },
        onReject: (response) => resolve(response.message.statusCode ?? 0),
      },
      {
        extraHeaders: [`Contact: ${agent.configuration.contact.toString()}`],
        body: { ...SDP, content: change(own) },
      },
    )
  })
}
