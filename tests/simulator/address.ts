/** A request's path and query as a URL of this machine; null for what is none. */
export function addressOf(path: string | undefined): URL | null {
  const text = `http://localhost${path ?? ''}`
  return path?.startsWith('/') && URL.canParse(text) ? new URL(text) : null
}

/** One part of a path, decoded; null where its percent signs make no sense (RFC 3986 section 2.1). */
export function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
