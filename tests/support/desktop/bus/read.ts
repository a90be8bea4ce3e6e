import { alignmentOf, onlyType, parseSignature, type Type } from './signature.ts'

/** Reads values out of a message body; variants come unwrapped, dictionaries as Map, `ay` as Buffer. */
export function readValues(signature: string, bytes: Buffer, littleEndian = true): unknown[] {
  const cursor: Cursor = { bytes, at: 0, littleEndian }
  return parseSignature(signature).map((type) => readValue(cursor, type))
}

interface Cursor {
  readonly bytes: Buffer
  readonly littleEndian: boolean
  at: number
}

function readValue(cursor: Cursor, type: Type): unknown {
  align(cursor, alignmentOf(type))
  switch (type.code) {
    case 'a':
      return readArray(cursor, type)
    case 'v':
      return readValue(cursor, onlyType(readText(cursor, 1)))
    case '(':
    case '{':
      return type.inside.map((inner) => readValue(cursor, inner))
    case 's':
    case 'o':
      return readText(cursor, 4)
    case 'g':
      return readText(cursor, 1)
    case 'b':
      return readNumber(cursor, 'u') === 1
    default:
      return readNumber(cursor, type.code)
  }
}

function align(cursor: Cursor, alignment: number): void {
  cursor.at = Math.ceil(cursor.at / alignment) * alignment
}

function readArray(cursor: Cursor, type: Type): unknown {
  const [element] = type.inside
  if (element === undefined) throw new Error('a D-Bus array without element type')
  const length = Number(readNumber(cursor, 'u'))
  align(cursor, alignmentOf(element))
  const end = cursor.at + length
  if (element.code === 'y') {
    cursor.at = end
    return Buffer.from(cursor.bytes.subarray(end - length, end))
  }
  const items: unknown[] = []
  while (cursor.at < end) items.push(readValue(cursor, element))
  return element.code === '{' ? new Map(items.filter(isPair)) : items
}

function isPair(item: unknown): item is [unknown, unknown] {
  return Array.isArray(item) && item.length === 2
}

function readText(cursor: Cursor, lengthBytes: 1 | 4): string {
  const length = Number(readNumber(cursor, lengthBytes === 1 ? 'y' : 'u'))
  const text = cursor.bytes.toString('utf8', cursor.at, cursor.at + length)
  cursor.at += length + 1
  return text
}

const SIZES: Readonly<Record<string, number>> = { y: 1, n: 2, q: 2, i: 4, u: 4, h: 4, x: 8, t: 8, d: 8 }

const READERS: Readonly<Record<string, (view: DataView, littleEndian: boolean) => number | bigint>> = {
  y: (view) => view.getUint8(0),
  n: (view, little) => view.getInt16(0, little),
  q: (view, little) => view.getUint16(0, little),
  i: (view, little) => view.getInt32(0, little),
  u: (view, little) => view.getUint32(0, little),
  h: (view, little) => view.getUint32(0, little),
  x: (view, little) => view.getBigInt64(0, little),
  t: (view, little) => view.getBigUint64(0, little),
  d: (view, little) => view.getFloat64(0, little),
}

function readNumber(cursor: Cursor, code: string): number | bigint {
  const size = SIZES[code]
  const read = READERS[code]
  if (size === undefined || read === undefined) throw new Error(`no such D-Bus type: ${code}`)
  const view = new DataView(cursor.bytes.buffer, cursor.bytes.byteOffset + cursor.at, size)
  cursor.at += size
  return read(view, cursor.littleEndian)
}
