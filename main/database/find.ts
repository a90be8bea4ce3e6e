/** Words that must all be there, each as any part. */
export type Way = readonly string[]

/** Full-width letters and digits of an input method are the ones they stand for. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('\0', '')
}

/** Three letters and more are found by a trigram index; null when it cannot help with one of the ways. */
export function indexWords(ways: readonly Way[]): string | null {
  const asked = ways.map((way) => way.filter((term) => [...term].length >= 3))
  if (asked.some((terms) => terms.length === 0)) return null
  const quoted = (term: string) => `"${term.replaceAll('"', '""')}"`
  return asked.map((terms) => `(${terms.map(quoted).join(' AND ')})`).join(' OR ')
}
