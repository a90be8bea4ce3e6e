/** Origins of pages as people paste them, between spaces or commas: of an address its origin; null when one is none. */
export function originsOf(written: string): readonly string[] | null {
  const words = written.split(/[\s,，;；]+/).filter((word) => word !== '')
  if (!words.every((word) => URL.canParse(word) && /^https?:/i.test(word))) return null
  return [...new Set(words.map((word) => new URL(word).origin))]
}
