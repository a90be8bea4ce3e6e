/** Where each value of a JSON text stands, by its path (`sip.servers.0`), or where the text stops being JSON. */
export type JsonLines =
  | { readonly ok: true; readonly lines: ReadonlyMap<string, number> }
  | { readonly ok: false; readonly line: number; readonly expected: string }

interface Cursor {
  readonly text: string
  readonly lines: Map<string, number>
  at: number
  /** Where the last token stands. */
  line: number
  expected: string
}

type Close = '}' | ']'

const space = /[ \t\r\n]*/y
const tokens =
  /[[\]{}:,]|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|$/uy
const deepest = 50

/** `JSON.parse` gives values without their places, and a fault's place only in some of its messages. */
export function findLines(text: string): JsonLines {
  const cursor: Cursor = { text, lines: new Map(), at: 0, line: 1, expected: '' }
  const whole = readValue(cursor, [], take(cursor)) && (take(cursor) === '' || fail(cursor, 'the end'))
  return whole ? { ok: true, lines: cursor.lines } : { ok: false, line: cursor.line, expected: cursor.expected }
}

/** The empty text is the end; undefined is no token of JSON. */
function take(cursor: Cursor): string | undefined {
  space.lastIndex = cursor.at
  const gap = space.exec(cursor.text)?.[0] ?? ''
  cursor.line += gap.split('\n').length - 1
  tokens.lastIndex = cursor.at + gap.length
  const token = tokens.exec(cursor.text)?.[0]
  cursor.at += gap.length + (token?.length ?? 0)
  return token
}

function fail(cursor: Cursor, expected: string): false {
  cursor.expected = expected
  return false
}

function readValue(cursor: Cursor, path: readonly string[], token: string | undefined): boolean {
  if (!token || /^[\]}:,]/.test(token) || path.length > deepest) return fail(cursor, 'a value')
  cursor.lines.set(path.join('.'), cursor.line)
  if (token === '{') return readItems(cursor, path, '}')
  return token === '[' ? readItems(cursor, path, ']') : true
}

function readItems(cursor: Cursor, path: readonly string[], close: Close): boolean {
  let token = take(cursor)
  if (token === close) return true
  for (let index = 0; readItem(cursor, [...path, String(index)], close, token); index++) {
    const next = take(cursor)
    if (next === close) return true
    if (next !== ',') return fail(cursor, `, ${close}`)
    token = take(cursor)
  }
  return false
}

function readItem(cursor: Cursor, path: readonly string[], close: Close, token: string | undefined): boolean {
  if (close === ']') return readValue(cursor, path, token)
  const name = readName(cursor, token)
  return name !== null && readValue(cursor, [...path.slice(0, -1), name], take(cursor))
}

function readName(cursor: Cursor, token: string | undefined): string | null {
  const name: unknown = token?.startsWith('"') ? JSON.parse(token) : null
  if (typeof name !== 'string') fail(cursor, '"name"')
  else if (take(cursor) !== ':') fail(cursor, ':')
  else return name
  return null
}
