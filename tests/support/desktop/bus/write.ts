import { alignmentOf, onlyType, parseSignature, type Type } from './signature.ts'

/** A value that carries its own type on the wire (`v`). */
export interface Variant {
  readonly signature: string
  readonly value: unknown
}

export function variant(signature: string, value: unknown): Variant {
  return { signature, value }
}

/** Little-endian bytes of the values; `a{..}` is a Map, `ay` a Buffer, `x` and `t` a bigint, a struct an array. */
export function writeValues(signature: string, values: readonly unknown[]): Buffer {
  const types = parseSignature(signature)
  if (types.length !== values.length) throw new Error(`${values.length} values for D-Bus signature ${signature}`)
  const out: number[] = []
  for (const [index, type] of types.entries()) writeValue(out, type, values[index])
  return Buffer.from(out)
}

export function padTo(out: number[], alignment: number): void {
  while (out.length % alignment !== 0) out.push(0)
}

function writeValue(out: number[], type: Type, value: unknown): void {
  padTo(out, alignmentOf(type))
  const write = WRITERS[type.code] ?? writeNumber
  write(out, value, type)
}

type Writer = (out: number[], value: unknown, type: Type) => void

const WRITERS: Readonly<Record<string, Writer>> = {
  a: writeArray,
  v: writeVariant,
  '(': writeGroup,
  '{': writeGroup,
  s: (out, value) => writeText(out, String(value), 4),
  o: (out, value) => writeText(out, String(value), 4),
  g: (out, value) => writeText(out, String(value), 1),
}

function writeGroup(out: number[], value: unknown, type: Type): void {
  const values = asList(value)
  for (const [index, inner] of type.inside.entries()) writeValue(out, inner, values[index])
}

function writeArray(out: number[], value: unknown, type: Type): void {
  const [element] = type.inside
  if (element === undefined) throw new Error('a D-Bus array without element type')
  const lengthAt = out.length
  out.push(0, 0, 0, 0)
  padTo(out, alignmentOf(element))
  const start = out.length
  for (const item of value instanceof Map ? value.entries() : asList(value)) writeValue(out, element, item)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(out.length - start)
  out.splice(lengthAt, 4, ...length)
}

function writeVariant(out: number[], value: unknown): void {
  if (!isVariant(value)) throw new Error('a D-Bus variant must be made by variant()')
  writeText(out, value.signature, 1)
  writeValue(out, onlyType(value.signature), value.value)
}

function writeText(out: number[], text: string, lengthBytes: 1 | 4): void {
  const bytes = Buffer.from(text)
  const length = Buffer.alloc(lengthBytes)
  length.writeUIntLE(bytes.length, 0, lengthBytes)
  out.push(...length, ...bytes, 0)
}

const NUMBERS: Readonly<Record<string, (bytes: Buffer, value: unknown) => number>> = {
  n: (bytes, value) => bytes.writeInt16LE(Number(value)),
  q: (bytes, value) => bytes.writeUInt16LE(Number(value)),
  b: (bytes, value) => bytes.writeUInt32LE(Number(value)),
  i: (bytes, value) => bytes.writeInt32LE(Number(value)),
  u: (bytes, value) => bytes.writeUInt32LE(Number(value)),
  x: (bytes, value) => bytes.writeBigInt64LE(BigInt(String(value))),
  t: (bytes, value) => bytes.writeBigUInt64LE(BigInt(String(value))),
  d: (bytes, value) => bytes.writeDoubleLE(Number(value)),
  y: (bytes, value) => bytes.writeUInt8(Number(value)),
}

function writeNumber(out: number[], value: unknown, { code }: Type): void {
  const write = NUMBERS[code]
  if (write === undefined) throw new Error(`D-Bus type ${code} is not written here`)
  const bytes = Buffer.alloc(8)
  const length = write(bytes, value)
  out.push(...bytes.subarray(0, length))
}

function asList(value: unknown): readonly unknown[] {
  if (value instanceof Uint8Array) return [...value]
  if (!Array.isArray(value)) throw new Error('a D-Bus array or struct must be a list')
  return value
}

function isVariant(value: unknown): value is Variant {
  return typeof value === 'object' && value !== null && 'signature' in value && 'value' in value
}
