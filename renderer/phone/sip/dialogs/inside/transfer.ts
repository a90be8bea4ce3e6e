import type { Core, Notification } from 'sip.js'
import type { LineFact } from '#contract'
import { type Answered, ask, contactHeader, isGone } from './ask.ts'

type Stage = Extract<LineFact, { type: 'transfer' }>['stage']

export interface TransferParts {
  readonly dialog: Core.SessionDialog
  readonly referredBy: string
  readonly onStage: (stage: Stage, code?: number) => void
  readonly onGone: () => void
}

/** How long a far side may keep silent about what became of it, unless it says (RFC 3515 section 2.4.4). */
const defaultSeconds = 180

/** The status of `message/sipfrag` (RFC 3420): the first line of the answer the far side got. */
function readStatus(body: string): number {
  return Number.parseInt(/^SIP\/2\.0 (\d{3})/.exec(body)?.[1] ?? '', 10)
}

/** `terminated` or how many seconds more will be told of. */
function readSubscription(header: string | undefined): { readonly over: boolean; readonly seconds: number } {
  const seconds = Number.parseInt(/;\s*expires\s*=\s*(\d+)/i.exec(header ?? '')?.[1] ?? '', 10)
  return { over: /^\s*terminated/i.test(header ?? ''), seconds: seconds > 0 ? seconds : defaultSeconds }
}

/** Where a dialog is to be joined by somebody else: `Refer-To` with Replaces (RFC 3891 section 3). */
export function replacing(dialog: Core.SessionDialog): string {
  const { callId, remoteTag, localTag, remoteTarget } = dialog
  return `<${remoteTarget}?Replaces=${encodeURIComponent(`${callId};to-tag=${remoteTag};from-tag=${localTag}`)}>`
}

/** One REFER at a time and the implicit subscription it makes (RFC 3515): over with its last NOTIFY, not before. */
export class Transfer {
  readonly #parts: TransferParts
  /** CSeq of the REFER, which a NOTIFY may name as its event's id. */
  #sequence: number | null = null
  #rings = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(parts: TransferParts) {
    this.#parts = parts
  }

  async begin(referTo: string): Promise<void> {
    const { dialog, referredBy, onGone } = this.#parts
    if (this.#sequence !== null) throw new Error('a transfer is under way')
    this.#sequence = (dialog.localSequenceNumber ?? 0) + 1
    this.#rings = false
    this.#wait(defaultSeconds)
    const headers = [`Refer-To: ${referTo}`, `Referred-By: <${referredBy}>`, contactHeader(dialog)]
    const answered = await ask(dialog, 'REFER', { headers })
    if (this.#sequence === null) return
    if (isGone(answered)) onGone()
    this.#answered(answered)
  }

  /** Whether the NOTIFY belongs here. */
  takes(notification: Notification): boolean {
    const event = notification.request.getHeader('event') ?? notification.request.getHeader('o') ?? ''
    if (this.#sequence === null || !/^\s*refer\s*(;|$)/i.test(event)) return false
    const id = /;\s*id\s*=\s*(\d+)/i.exec(event)?.[1]
    // A challenged REFER went out again under the next number.
    return id === undefined || Number(id) >= this.#sequence
  }

  notified({ request }: Notification): void {
    const status = readStatus(request.body)
    const { over, seconds } = readSubscription(request.getHeader('subscription-state'))
    if (status >= 200 && status <= 299) this.#finish('done')
    else if (status >= 300) this.#finish('failed', status)
    else if (over) this.#finish('failed')
    else {
      this.#wait(seconds)
      if (status >= 180) this.#ring()
    }
  }

  end(): void {
    this.#sequence = null
    clearTimeout(this.#timer)
  }

  #answered({ code }: Answered): void {
    if (code >= 300) this.#finish('failed', code)
    else this.#parts.onStage('asked')
  }

  #ring(): void {
    if (!this.#rings) this.#parts.onStage('ringing')
    this.#rings = true
  }

  #wait(seconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#finish('failed'), seconds * 1_000)
  }

  #finish(stage: 'done' | 'failed', code?: number): void {
    this.end()
    this.#parts.onStage(stage, code)
  }
}
