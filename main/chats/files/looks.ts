import type { FileRefusal, MediaLook } from '#contract'
import type { Content, Contents } from './contents.ts'
import type { Examined } from './policy/examine.ts'
import type { MediaStore } from './store/media-store.ts'

export interface Wanted {
  readonly chatId: string
  readonly fileId: string
  readonly ending: string
}

export interface LooksOptions {
  readonly contents: Contents
  readonly store: () => MediaStore | null
  readonly examine: (ending: string, content: Uint8Array) => Examined
  readonly maxBytes: () => number
  readonly channelOf: (chatId: string) => string | null
  /** Whether a message of this conversation names this file: nothing else is fetched. */
  readonly holds: (chatId: string, fileId: string) => Promise<boolean>
}

export type Fetched =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly reason: FileRefusal }

export interface Looks {
  fetch(wanted: Wanted): Promise<Fetched>
  /** What was under way comes to nothing. */
  clear(): void
}

/** Fetches what somebody looks at, once: whoever asks meanwhile waits for the same answer. */
export function createLooks(options: LooksOptions): Looks {
  const underWay = new Map<string, Promise<Fetched>>()
  let given = new AbortController()
  return {
    async fetch(wanted) {
      const { chatId, fileId } = wanted
      if (!(await options.holds(chatId, fileId))) return { ok: false, reason: 'not-found' }
      const known = options.contents.get(fileId)
      if (known !== undefined) return { ok: true, content: known }
      const fetching = underWay.get(fileId) ?? fetchOne(options, wanted, given.signal)
      underWay.set(fileId, fetching)
      return fetching.finally(() => underWay.delete(fileId))
    },
    clear() {
      given.abort()
      given = new AbortController()
      underWay.clear()
    },
  }
}

async function fetchOne(
  options: LooksOptions,
  { chatId, fileId, ending }: Wanted,
  given: AbortSignal,
): Promise<Fetched> {
  const [store, channel] = [options.store(), options.channelOf(chatId)]
  if (store === null) return { ok: false, reason: 'no-media-cache' }
  const got = await store.get({ fileId, ending, channel: channel ?? 'WEB' }, options.maxBytes(), given)
  if (!got.ok) return got
  const examined = options.examine(ending, got.content)
  if (!examined.ok) return examined
  // Signed out meanwhile: nobody is there to see it.
  if (given.aborted) return { ok: false, reason: 'no-answer' }
  return { ok: true, content: options.contents.keep(fileId, got.content, examined) }
}

export function lookOf(fetched: Fetched, addressOf: (token: string) => string): MediaLook {
  if (!fetched.ok) return fetched
  const { bytes, examined, token } = fetched.content
  const { type, shown, size } = examined
  return {
    ...{ ok: true, type, bytes: bytes.byteLength },
    ...(shown && { address: addressOf(token) }),
    ...(size !== undefined && { width: size.width, height: size.height }),
  }
}
