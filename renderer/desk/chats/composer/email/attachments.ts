import type { MediaFile, Upload } from '#contract'

/** What is in the media cache and waits for its e-mail. */
export function attachedIn(uploads: readonly Upload[]): readonly MediaFile[] {
  return uploads.flatMap(({ file }) => (file ? [file] : []))
}

/** On its way, so that an e-mail sent now would go without it. */
export function isUnderWay({ file, failure }: Upload): boolean {
  return file === undefined && failure === undefined
}
