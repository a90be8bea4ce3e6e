import { randomUUID } from 'node:crypto'
import type { Examined } from './policy/examine.ts'

export interface Content {
  readonly fileId: string
  readonly bytes: Uint8Array
  readonly examined: Extract<Examined, { ok: true }>
  /** Part of its address: whoever was not given it cannot guess it. */
  readonly token: string
}

/** Of all that is held; a file is 10 MB by default, and one more than fits sends the longest unused away. */
const mostBytes = 200_000_000

/**
 * What has been fetched, in memory and nowhere else: nothing of a conversation is on the disk, whatever becomes of this
 * process, and nothing of it is left after the shift.
 */
export interface Contents {
  keep(fileId: string, bytes: Uint8Array, examined: Content['examined']): Content
  get(fileId: string): Content | undefined
  find(token: string): Content | undefined
  clear(): void
}

export function createContents(most = mostBytes): Contents {
  const byId = new Map<string, Content>()
  let held = 0

  const drop = (content: Content) => {
    if (byId.delete(content.fileId)) held -= content.bytes.byteLength
  }
  /** The last in the map is the one used last. */
  const use = (content: Content | undefined) => {
    if (content !== undefined) {
      byId.delete(content.fileId)
      byId.set(content.fileId, content)
    }
    return content
  }
  return {
    keep(fileId, bytes, examined) {
      const before = byId.get(fileId)
      if (before !== undefined) drop(before)
      const content: Content = { fileId, bytes, examined, token: before?.token ?? randomUUID() }
      byId.set(fileId, content)
      held += bytes.byteLength
      for (const oldest of byId.values()) {
        if (held <= most || oldest === content) break
        drop(oldest)
      }
      return content
    },
    get: (fileId) => use(byId.get(fileId)),
    find: (token) => use([...byId.values()].find((content) => content.token === token)),
    clear() {
      byId.clear()
      held = 0
    },
  }
}
