/** One complete type of a D-Bus signature (D-Bus Specification, "Type System"). */
export interface Type {
  readonly code: string
  readonly inside: readonly Type[]
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': '}' }

/** Splits a signature such as `sa{sv}` into its complete types. */
export function parseSignature(signature: string): readonly Type[] {
  const types: Type[] = []
  let rest = signature
  while (rest !== '') {
    const [type, after] = firstType(rest)
    types.push(type)
    rest = after
  }
  return types
}

export function onlyType(signature: string): Type {
  const [type, ...more] = parseSignature(signature)
  if (type === undefined || more.length > 0) throw new Error(`not one complete D-Bus type: ${signature}`)
  return type
}

function firstType(signature: string): [type: Type, rest: string] {
  const code = signature.charAt(0)
  if (code === '') throw new Error('a D-Bus signature ends too early')
  if (code === 'a') {
    const [element, rest] = firstType(signature.slice(1))
    return [{ code, inside: [element] }, rest]
  }
  const closing = CLOSING[code]
  return closing === undefined
    ? [{ code, inside: [] }, signature.slice(1)]
    : groupType(code, closing, signature.slice(1))
}

function groupType(code: string, closing: string, body: string): [type: Type, rest: string] {
  const inside: Type[] = []
  let rest = body
  while (!rest.startsWith(closing)) {
    const [type, after] = firstType(rest)
    inside.push(type)
    rest = after
  }
  return [{ code, inside }, rest.slice(1)]
}

const ALIGNMENT: Readonly<Record<string, number>> = {
  y: 1,
  g: 1,
  v: 1,
  n: 2,
  q: 2,
  b: 4,
  i: 4,
  u: 4,
  s: 4,
  o: 4,
  a: 4,
  h: 4,
  x: 8,
  t: 8,
  d: 8,
  '(': 8,
  '{': 8,
}

export function alignmentOf(type: Type): number {
  const alignment = ALIGNMENT[type.code]
  if (alignment === undefined) throw new Error(`no such D-Bus type: ${type.code}`)
  return alignment
}
