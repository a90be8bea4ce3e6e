const longest = 200

/** Keeps out of the log what must not be there: SDP, whatever is quoted from a message, and numbers of people. */
export function scrub(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(^|\s)[a-z]=\S.*$/, '$1…')
    .replace(/"[^"]*"?/g, '"…"')
    .replace(/\d{4,}/g, '…')
    .slice(0, longest)
}
