import type { LineAccount } from '#contract'

/** A codec as a browser lists it, in the part that decides about its place. */
export interface ListedCodec {
  readonly mimeType: string
}

/** The account's codecs in its order, then DTMF (RFC 4733), which every audio description keeps; nothing else. */
export function orderCodecs<C extends ListedCodec>(listed: readonly C[], wanted: LineAccount['codecs']): C[] {
  const names = [...wanted, 'telephone-event'].map((name) => `audio/${name}`.toLowerCase())
  return names.flatMap((name) => listed.filter((codec) => codec.mimeType.toLowerCase() === name))
}
