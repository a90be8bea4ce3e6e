export interface ByteRange {
  readonly first: number
  /** Included. */
  readonly last: number
}

/** RFC 9110 section 14.1.2, one range of bytes; null: none that is understood, and so the whole. */
export function rangeOf(header: string | null, whole: number): ByteRange | null | 'unsatisfiable' {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (from === '' && to === '') return null
  if (from === '') return within({ first: whole - Number(to), last: whole - 1 }, whole)
  const last = to === '' ? whole - 1 : Number(to)
  return Number(from) > last && to !== '' ? null : within({ first: Number(from), last }, whole)
}

function within({ first, last }: ByteRange, whole: number): ByteRange | 'unsatisfiable' {
  const cut = { first: Math.max(0, first), last: Math.min(last, whole - 1) }
  return cut.first > cut.last ? 'unsatisfiable' : cut
}
