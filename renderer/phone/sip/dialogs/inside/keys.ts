import type { DialogMedia } from '../../session-description.ts'
import type { Answered } from './ask.ts'

const toneMs = 100
const gapMs = 70

export interface KeysParts {
  readonly description: { readonly media: Pick<DialogMedia, 'tones'> }
  readonly info: (contentType: string, content: string) => Promise<Answered>
}

/** Keys of one dialog, in their order: the second lot begins when the first is out. */
export class Keys {
  readonly #parts: KeysParts
  #last: Promise<unknown> = Promise.resolve()

  constructor(parts: KeysParts) {
    this.#parts = parts
  }

  /** Resolves when the last of them has been sent. */
  send(keys: string): Promise<void> {
    if (!/^[0-9A-D*#]{1,24}$/.test(keys)) return Promise.reject(new Error('not keys'))
    const sent = this.#last.then(() => this.#send(keys))
    this.#last = Promise.allSettled([sent])
    return sent
  }

  #send(keys: string): Promise<void> {
    const { tones } = this.#parts.description.media
    return tones === null ? this.#byInfo(keys) : tones(keys, toneMs, gapMs)
  }

  /** The way of those who do not take RFC 4733 (`application/dtmf-relay`, RFC 6086 section 2: a legacy use of INFO). */
  async #byInfo(keys: string): Promise<void> {
    for (const key of keys) {
      const { code } = await this.#parts.info('application/dtmf-relay', `Signal=${key}\r\nDuration=${toneMs}\r\n`)
      if (code < 200 || code > 299) throw new Error(`keys are not taken: ${code}`)
      await new Promise((resolve) => setTimeout(resolve, gapMs))
    }
  }
}
