const deepestCause = 3
const stackLines = 6

/** An unexpected error in one line for the log: its message, the head of its stack, and what caused it. */
export function explain(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error === 'string' ? error : typeof error}`
  const stack = (error.stack ?? `${error.name}: ${error.message}`).split('\n').slice(0, stackLines)
  const own = stack.map((line) => line.trim()).join(' | ')
  if (error.cause === undefined || depth >= deepestCause) return own
  return `${own} ← ${explain(error.cause, depth + 1)}`
}

/** Only what kind of error it is, where a customer's address or a file's name may stand in its message. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
