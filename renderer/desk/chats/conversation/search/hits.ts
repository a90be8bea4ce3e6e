export interface Stretch {
  readonly words: string
  readonly hit: boolean
}

/** The text in stretches that are what is sought, whatever its case, and others. */
export function hitsIn(text: string, sought: string): readonly Stretch[] {
  const stretches: Stretch[] = []
  // Lower case may be of another length in a few scripts; then the places would not be the same.
  const lower = text.toLowerCase()
  const hay = lower.length === text.length ? lower : text
  const needle = hay === lower ? sought.toLowerCase() : sought
  let from = 0
  for (let at = hay.indexOf(needle); needle && at >= 0; at = hay.indexOf(needle, from)) {
    if (at > from) stretches.push({ words: text.slice(from, at), hit: false })
    stretches.push({ words: text.slice(at, at + needle.length), hit: true })
    from = at + needle.length
  }
  if (from < text.length) stretches.push({ words: text.slice(from), hit: false })
  return stretches
}
