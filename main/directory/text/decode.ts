/**
 * The text of a file of unknown origin: by its byte order mark, else UTF-8, else GB 18030, in which Excel writes CSV on
 * Chinese systems. Null for what is no text at all.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = byMark(bytes)
  if (marked !== null) return withoutNul(marked)
  return withoutNul(decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes) ?? '\0')
}

function byMark(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return null
}

/** Null for an encoding nobody knows, and for bytes that are not in it. */
export function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null
    throw error
  }
}

/** No text has the sign NUL in it; pictures and programs do. */
function withoutNul(text: string): string | null {
  return text.includes('\0') ? null : text
}
