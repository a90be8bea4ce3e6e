import { randomUUID } from 'node:crypto'

export interface CachedFile {
  readonly id: string
  readonly ending: string
  readonly content: Buffer
  /** Customers' files are put here by the simulator itself. */
  readonly by: 'agent' | 'customer'
}

/** How the next files go wrong; may be changed at any time. */
export interface MediaCacheFaults {
  /** Before each answer. */
  delayMs: number
  /** Answers whose body comes in pieces this far apart: a slow line. */
  pieceMs: number
  /** So many of the next uploads are refused. */
  failUploads: number
  failDownloads: number
  /** So many of the next downloads end halfway. */
  truncateDownloads: number
  /** So many of the next requests are never answered. */
  deaf: number
}

/** Files by id, as both sides exchange them (spec/media-and-services.md 3.3). */
export interface MediaCache {
  put(content: Buffer, ending: string, by: CachedFile['by']): CachedFile
  get(id: string): CachedFile | null
  readonly files: readonly CachedFile[]
  /** Of agents: tried and taken. */
  readonly uploads: { tried: number; taken: number }
  readonly downloads: { tried: number; given: number }
  readonly faults: MediaCacheFaults
}

export function createMediaCache(): MediaCache {
  const files = new Map<string, CachedFile>()
  return {
    put: (content, ending, by) => {
      const file = { id: randomUUID(), ending, content, by }
      files.set(file.id, file)
      return file
    },
    get: (id) => files.get(id) ?? null,
    get files() {
      return [...files.values()]
    },
    uploads: { tried: 0, taken: 0 },
    downloads: { tried: 0, given: 0 },
    faults: { delayMs: 0, pieceMs: 0, failUploads: 0, failDownloads: 0, truncateDownloads: 0, deaf: 0 },
  }
}
