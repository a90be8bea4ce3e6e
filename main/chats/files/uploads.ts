import type { FileRefusal, MediaFile, Upload } from '#contract'
import type { FileContent } from './content.ts'
import { cleanFileName } from './file-name.ts'
import type { Examined } from './policy/examine.ts'
import type { MediaStore } from './store/media-store.ts'

export interface NewUpload {
  readonly chatId: string
  readonly key: string
  readonly name: string
  readonly content: Uint8Array
  readonly attach?: boolean
}

export interface UploadsOptions {
  readonly store: () => MediaStore | null
  readonly examine: (name: string, content: Uint8Array) => Examined
  /** The channel of a conversation as the platform writes it, or null when there is no such conversation. */
  readonly channelOf: (chatId: string) => string | null
  /** It is there, and will be shown: nobody needs to fetch what was just sent. */
  readonly onStored: (fileId: string, content: Uint8Array, examined: Extract<Examined, { ok: true }>) => void
  readonly post: (chatId: string, key: string, content: FileContent) => void
  readonly onUploads: (uploads: readonly Upload[]) => void
}

export interface Uploads {
  add(upload: NewUpload): { readonly ok: true } | { readonly ok: false; readonly reason: FileRefusal }
  cancel(key: string): void
  retry(key: string): void
  /** Ends them all, and forgets them. */
  clear(): void
  current(): readonly Upload[]
}

interface Running {
  readonly input: NewUpload
  readonly examined: Extract<Examined, { ok: true }>
  readonly shown: Upload
  readonly given: AbortController
}

/** Each on its way by itself, so that one that fails holds up no other. */
export function createUploads(options: UploadsOptions): Uploads {
  const row = createRow(options.onUploads)

  function begin(input: NewUpload, examined: Running['examined']): void {
    const { key, chatId, content } = input
    const shown = { key, chatId, name: cleanFileName(input.name), bytes: content.byteLength, done: 0 }
    const one: Running = { input, examined, shown, given: new AbortController() }
    row.put(key, one)
    void send(one, row, options)
  }

  return {
    add(input) {
      // A desk that was reloaded may ask again for what is on its way.
      if (row.get(input.key) !== undefined) return { ok: true }
      const examined = options.examine(input.name, input.content)
      if (!examined.ok) return examined
      if (options.store() === null) return { ok: false, reason: 'no-media-cache' }
      begin(input, examined)
      return { ok: true }
    },
    cancel: row.drop,
    retry(key) {
      const one = row.get(key)
      if (one?.shown.failure !== undefined) begin(one.input, one.examined)
    },
    clear: () => {
      for (const { key } of row.shown()) row.drop(key)
    },
    current: row.shown,
  }
}

type Row = ReturnType<typeof createRow>

/** What is on its way, in the order of its beginning; every change is told. */
function createRow(onUploads: UploadsOptions['onUploads']) {
  const running = new Map<string, Running>()
  const shown = () => [...running.values()].map((one) => one.shown)
  const tell = () => onUploads(shown())
  return {
    shown,
    get: (key: string) => running.get(key),
    put(key: string, one: Running) {
      running.set(key, one)
      tell()
    },
    become(key: string, change: Partial<Upload>) {
      const one = running.get(key)
      if (one === undefined) return
      running.set(key, { ...one, shown: { ...one.shown, ...change } })
      tell()
    },
    drop(key: string) {
      running.get(key)?.given.abort()
      if (running.delete(key)) tell()
    },
  }
}

async function send({ input, examined, given }: Running, row: Row, options: UploadsOptions): Promise<void> {
  const { chatId, key, content } = input
  const [store, channel] = [options.store(), options.channelOf(chatId)]
  if (store === null || channel === null) {
    row.become(key, { failure: store === null ? 'no-media-cache' : 'refused' })
    return
  }
  const progress = byWholePercents(content.byteLength, (done) => row.become(key, { done }))
  const put = await store.put({ ending: examined.ending, channel, content }, progress, given.signal)
  // Cancelled or begun again meanwhile: the cache may have it, nobody will ever ask for it.
  if (row.get(key)?.given !== given) return
  if (!put.ok) {
    row.become(key, { failure: put.reason })
    return
  }
  options.onStored(put.fileId, content, examined)
  arrived(input, contentOf(input, examined, put.fileId), row, options)
}

function arrived({ chatId, key, attach }: NewUpload, content: FileContent, row: Row, { post }: UploadsOptions): void {
  if (attach === true) {
    row.become(key, { done: content.file.bytes ?? 0, file: content.file })
    return
  }
  post(chatId, key, content)
  row.drop(key)
}

function contentOf(
  { name, content }: NewUpload,
  { type, shown, ending }: Running['examined'],
  fileId: string,
): FileContent {
  const clean = cleanFileName(name)
  const file: MediaFile = { fileId, ending, bytes: content.byteLength, ...(clean !== '' && { name: clean }) }
  // What cannot be shown here goes with its name, since that is all there is to see of it.
  return { kind: shown ? type : 'file', file }
}

/** A desk needs no more than a hundred steps of one file. */
function byWholePercents(whole: number, tell: (done: number) => void): (done: number) => void {
  let told = 0
  return (done) => {
    const percent = Math.floor((done / whole) * 100)
    if (percent === told) return
    told = percent
    tell(done)
  }
}
