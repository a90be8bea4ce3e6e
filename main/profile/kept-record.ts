import type { z } from 'zod'
import { explain } from '../log/explain.ts'
import type { Log } from '../log/log.ts'

/** One file of ours in the user-data folder (desktop/stores.ts). */
export interface RecordFile {
  read(): unknown
  /** Throws when the disk refuses. */
  write(content: Record<string, unknown>): void
  /** Gives the file another name, and says which. */
  setAside(): string | null
}

/** From one version of a file to the next. */
export type Migration = (content: Record<string, unknown>) => Record<string, unknown>

export interface Kept<T> {
  current(): T
  change(patch: Partial<T>): T
  /** What a file that was damaged is called now, to be named to the agent. */
  readonly setAside: string | null
}

export interface Keeping<T> {
  readonly file: RecordFile
  readonly fields: { readonly [K in keyof T]: z.ZodType<T[K]> }
  readonly initial: T
  /** The first leads from version 1, the shape of a file that names no version, to 2. */
  readonly migrations: readonly Migration[]
  readonly log: Log
}

/** A record that outlives the process. Damage costs the fields that are damaged, never more, and the file is set aside. */
export function keepRecord<T extends object>(keeping: Keeping<T>): Kept<T> {
  const read = readRecord(keeping)
  const setAside = read.damaged.length > 0 ? keeping.file.setAside() : null
  if (read.damaged.length > 0) {
    keeping.log.warn('fields were unreadable', { fields: read.damaged.join(), setAside })
    write(keeping, read.record)
  }
  let current = read.record
  return {
    current: () => current,
    change: (patch) => {
      current = { ...current, ...patch }
      write(keeping, current)
      return current
    },
    setAside,
  }
}

function readRecord<T extends object>(keeping: Keeping<T>): { record: T; damaged: string[] } {
  const { fields, initial, migrations } = keeping
  const raw = keeping.file.read()
  const content = isRecord(raw) ? migrate(raw, migrations) : {}
  const damaged = isRecord(raw) || raw === undefined ? [] : ['everything']
  const entries = Object.keys(fields).map((name) => {
    const key = name as keyof T & string
    if (!Object.hasOwn(content, key)) return [key, initial[key]]
    const parsed = fields[key].safeParse(content[key])
    if (!parsed.success) damaged.push(key)
    return [key, parsed.success ? parsed.data : initial[key]]
  })
  return { record: Object.fromEntries(entries) as T, damaged }
}

/** A file of a later version is read for what it has in common with this one. */
export function migrate(content: Record<string, unknown>, migrations: readonly Migration[]): Record<string, unknown> {
  const version = typeof content.version === 'number' ? content.version : 1
  return migrations.slice(Math.max(0, version - 1)).reduce((old, step) => step(old), content)
}

function write<T extends object>({ file, migrations, log }: Keeping<T>, record: T): void {
  try {
    file.write({ version: migrations.length + 1, ...record })
  } catch (error) {
    log.error('a file could not be written', { error: explain(error) })
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
