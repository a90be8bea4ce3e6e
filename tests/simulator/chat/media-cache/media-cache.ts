import { randomUUID } from 'node:crypto'

export interface CachedFile {
  readonly id: string
  readonly ending: string
  readonly content: Buffer
  /** Customers' files are put here by the simulator itself, or through their own interface. */
  readonly by: 'agent' | 'customer'
}

/** How files go wrong; may be changed at any time. */
export interface MediaCacheFaults {
  /** Before each answer. */
  delayMs: number
  /** After each piece of 64 KB that is read or written: a slow line. */
  pieceMs: number
  /** So many of the next uploads, or downloads, fail with `failStatus`; nothing is kept. */
  failUploads: number
  failDownloads: number
  /** 200 is a refusal in the answer's `resultCode`. */
  failStatus: number
  /** So many of the next downloads end halfway. */
  truncateDownloads: number
  /** So many of the next requests are never answered. */
  deaf: number
}

/** What is not published of the answers (spec/media-and-services.md 3.3: "stream/base64"). */
export interface MediaCacheManner {
  downloads: 'stream' | 'base64'
  unknownId: 'status-404' | 'result-code'
}

/** Files by id, as both sides exchange them (spec/media-and-services.md 3.3). */
export interface MediaCache {
  /** `https://…/apiaccess/ccmessaging`. */
  readonly url: string
  put(content: Buffer, ending: string, by: CachedFile['by']): CachedFile
  get(id: string): CachedFile | null
  readonly files: readonly CachedFile[]
  /** Over the wire: `tried` counts requests, `done` those that got what they asked for. */
  readonly uploads: { tried: number; done: number }
  readonly downloads: { tried: number; done: number }
  readonly faults: MediaCacheFaults
  readonly manner: MediaCacheManner
}

export function createMediaCache(url: () => string): MediaCache {
  const files = new Map<string, CachedFile>()
  return {
    get url() {
      return url()
    },
    put: (content, ending, by) => {
      const file = { id: randomUUID(), ending, content, by }
      files.set(file.id, file)
      return file
    },
    get: (id) => files.get(id) ?? null,
    get files() {
      return [...files.values()]
    },
    uploads: { tried: 0, done: 0 },
    downloads: { tried: 0, done: 0 },
    faults: {
      delayMs: 0,
      pieceMs: 0,
      failUploads: 0,
      failDownloads: 0,
      failStatus: 503,
      truncateDownloads: 0,
      deaf: 0,
    },
    manner: { downloads: 'stream', unknownId: 'status-404' },
  }
}
