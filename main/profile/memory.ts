import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Log } from '../log/log.ts'
import { type Kept, keepRecord, type RecordFile } from './kept-record.ts'

/** What this installation remembers and nobody chose. */
export interface Memory {
  readonly workNumber: string
  readonly softphoneNumber: string
  /** The choice of phone at the last sign-in, and the number of the other one. */
  readonly phone: 'softphone' | 'other'
  readonly otherNumber: string
  /** RFC 5626 section 4.1: the same for the life of the installation. */
  readonly instanceId: string
  readonly deskBounds: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  } | null
  readonly deskMaximized: boolean
  /** Of the window of the customer's pages. */
  readonly pagesBounds: Memory['deskBounds']
  /** Where the customer's pages were seen last. */
  readonly popPlace: 'desk' | 'window' | 'closed'
}

const number = z.string().max(200)
const pixels = z.int().min(-100_000).max(100_000)

const bounds = z.object({ x: pixels, y: pixels, width: pixels.min(1), height: pixels.min(1) }).nullable()

const fields = {
  workNumber: number,
  softphoneNumber: number,
  phone: z.enum(['softphone', 'other']),
  otherNumber: number,
  instanceId: z.string().regex(/^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/),
  deskBounds: bounds,
  deskMaximized: z.boolean(),
  pagesBounds: bounds,
  popPlace: z.enum(['desk', 'window', 'closed']),
}

const NOBODY = { workNumber: '', softphoneNumber: '', phone: 'softphone', otherNumber: '' } as const

export function keepMemory(file: RecordFile, log: Log): Kept<Memory> {
  const instanceId = `urn:uuid:${randomUUID()}`
  const nowhere = { deskBounds: null, deskMaximized: false, pagesBounds: null, popPlace: 'desk' } as const
  const initial = { ...NOBODY, ...nowhere, instanceId }
  const kept = keepRecord<Memory>({ file, fields, initial, migrations: [], log })
  // Written at once: an id that is new at every start would fill the registrar with bindings.
  if (kept.current().instanceId === instanceId) kept.change({ instanceId })
  return kept
}
