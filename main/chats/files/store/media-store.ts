import type { FileRefusal } from '#contract'

export interface StoredFile {
  readonly fileId: string
  /** The `fileType` of the media cache. */
  readonly ending: string
  /** As the platform writes it: `WEB`, `WECHAT` … */
  readonly channel: string
}

export interface NewFile {
  readonly ending: string
  readonly channel: string
  readonly content: Uint8Array
}

export type Put = { readonly ok: true; readonly fileId: string } | { readonly ok: false; readonly reason: FileRefusal }
export type Got =
  | { readonly ok: true; readonly content: Uint8Array }
  | { readonly ok: false; readonly reason: FileRefusal }

/**
 * Where files lie between both sides. The platform names no endpoint for agents (spec/media-and-services.md 3.3 and
 * 11 #1), so what there is stands behind this and can be another tomorrow.
 */
export interface MediaStore {
  /** `onDone`: so many bytes of the content have left. Aborted, it answers `no-answer` and nothing goes on. */
  put(file: NewFile, onDone: (bytes: number) => void, given: AbortSignal): Promise<Put>
  /** Ends what is longer than `maxBytes` as soon as it is. */
  get(file: StoredFile, maxBytes: number, given: AbortSignal): Promise<Got>
}
