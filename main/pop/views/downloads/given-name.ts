/** RFC 6266 section 4.3 and RFC 8187: of a name with a path in it Chromium keeps nothing, not even the ending. */
const extended = /(?:^|;)\s*filename\*\s*=\s*utf-8'[^']*'([^;]+)/i

/** What the server calls its file, unclean as it may be; else `usual`, Chromium's own reading. */
export function givenName(disposition: string, usual: string): string {
  const name = extended.exec(disposition)?.[1]?.trim()
  return (name === undefined ? null : decoded(name)) ?? usual
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
