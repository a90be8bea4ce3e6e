import { readValues } from './read.ts'
import { padTo, type Variant, variant, writeValues } from './write.ts'

export type MessageKind = 'call' | 'return' | 'error' | 'signal'

/** One D-Bus message (D-Bus Specification, "Message Protocol"). */
export interface Message {
  readonly kind: MessageKind
  readonly serial: number
  readonly path?: string
  readonly interface?: string
  readonly member?: string
  readonly errorName?: string
  readonly replyTo?: number
  readonly destination?: string
  readonly sender?: string
  readonly signature?: string
  readonly body: readonly unknown[]
}

const KINDS: readonly MessageKind[] = ['call', 'return', 'error', 'signal']

const FIELDS = [
  { code: 1, name: 'path', type: 'o' },
  { code: 2, name: 'interface', type: 's' },
  { code: 3, name: 'member', type: 's' },
  { code: 4, name: 'errorName', type: 's' },
  { code: 5, name: 'replyTo', type: 'u' },
  { code: 6, name: 'destination', type: 's' },
  { code: 7, name: 'sender', type: 's' },
  { code: 8, name: 'signature', type: 'g' },
] as const

const LITTLE_ENDIAN = 'l'.charCodeAt(0)
const FIXED_HEADER = 16

export function encodeMessage(message: Message): Buffer {
  const body = writeValues(message.signature ?? '', message.body)
  const fields: [number, Variant][] = []
  for (const { code, name, type } of FIELDS) {
    const value = message[name]
    if (value !== undefined) fields.push([code, variant(type, value)])
  }
  const kind = KINDS.indexOf(message.kind) + 1
  const header = [...writeValues('yyyyuua(yv)', [LITTLE_ENDIAN, kind, 0, 1, body.length, message.serial, fields])]
  padTo(header, 8)
  return Buffer.concat([Buffer.from(header), body])
}

/** Bytes of the first message in the buffer, or null while it is not all there. */
export function messageLength(bytes: Buffer): number | null {
  if (bytes.length < FIXED_HEADER) return null
  const little = bytes[0] === LITTLE_ENDIAN
  const bodyLength = little ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4)
  const fieldsLength = little ? bytes.readUInt32LE(12) : bytes.readUInt32BE(12)
  const length = headerLength(fieldsLength) + bodyLength
  return bytes.length < length ? null : length
}

export function decodeMessage(bytes: Buffer): Message {
  const little = bytes[0] === LITTLE_ENDIAN
  const [, kind, , , , serial, fields] = readValues('yyyyuua(yv)', bytes, little)
  const named = nameFields(fields)
  const fieldsLength = little ? bytes.readUInt32LE(12) : bytes.readUInt32BE(12)
  const body = Buffer.from(bytes.subarray(headerLength(fieldsLength)))
  return {
    kind: KINDS[Number(kind) - 1] ?? 'error',
    serial: Number(serial),
    ...named,
    body: readValues(named.signature ?? '', body, little),
  }
}

function headerLength(fieldsLength: number): number {
  return Math.ceil((FIXED_HEADER + fieldsLength) / 8) * 8
}

type NamedFields = Partial<Record<(typeof FIELDS)[number]['name'], string>>

function nameFields(fields: unknown): Omit<Message, 'kind' | 'serial' | 'body'> {
  const named: NamedFields = {}
  for (const field of Array.isArray(fields) ? fields : []) {
    const known = FIELDS.find(({ code }) => code === field[0])
    if (known !== undefined) named[known.name] = String(field[1])
  }
  const { replyTo, ...rest } = named
  return replyTo === undefined ? rest : { ...rest, replyTo: Number(replyTo) }
}
