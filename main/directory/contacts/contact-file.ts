import { chmod, copyFile, open, readFile, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Contact } from '#contract'
import { explain } from '../../log/explain.ts'
import type { Log } from '../../log/log.ts'
import { inSlices, type Slices } from '../slices.ts'
import { contactShape } from './contact.ts'

/** The contacts on the disk: one JSON line each, so that damage costs the lines that are damaged and no more. */
export interface ContactFile {
  read(): Promise<ReadContacts>
  /** False when the disk refuses. Of several asked for at once, the newest is written. */
  write(contacts: readonly Contact[]): Promise<boolean>
}

export interface ReadContacts {
  readonly contacts: readonly Contact[]
  /** What a file that was damaged is called now. */
  readonly setAside: string | null
  /** There is a file and it cannot be read: writing would be losing it. */
  readonly locked: boolean
}

const head = '{"version":1}'

export function openContactFile(file: string, log: Log, now: () => Date = () => new Date()): ContactFile {
  let newest: readonly Contact[] = []
  let written: readonly Contact[] | null = null
  let done = true
  let last: Promise<unknown> = Promise.resolve()
  return {
    read: () => read(file, log, now),
    write: (contacts) => {
      newest = contacts
      const turn = last.then(async () => {
        const these = newest
        if (written !== these) done = await store(file, these, log)
        written = done ? these : null
        return done
      })
      last = turn
      return turn
    },
  }
}

async function read(file: string, log: Log, now: () => Date): Promise<ReadContacts> {
  try {
    const { contacts, damaged } = await inSlices(readLines(await readFile(file, 'utf8')))
    const setAside = damaged > 0 ? await copyAside(file, now()) : null
    if (damaged > 0) log.warn('contacts were unreadable', { lines: damaged, setAside })
    return { contacts, setAside, locked: damaged > 0 && setAside === null }
  } catch (error) {
    if (isMissing(error)) return { contacts: [], setAside: null, locked: false }
    log.error('the contacts cannot be read', { error: explain(error) })
    return { contacts: [], setAside: null, locked: true }
  }
}

function* readLines(text: string): Slices<{ contacts: Contact[]; damaged: number }> {
  const contacts = new Map<string, Contact>()
  let damaged = text.startsWith(`${head}\n`) ? 0 : 1
  for (const line of text.split('\n')) {
    if (line === '' || line === head) continue
    const contact = readLine(line)
    if (contact === null) damaged += 1
    else contacts.set(contact.id, contact)
    if (contacts.size % 100 === 0) yield
  }
  return { contacts: [...contacts.values()], damaged }
}

function readLine(line: string): Contact | null {
  try {
    const read = contactShape.safeParse(JSON.parse(line))
    return read.success ? read.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The good lines go on under the old name; the whole, as it was, under another. */
async function copyAside(file: string, now: Date): Promise<string | null> {
  const name = `${basename(file, '.jsonl')}.damaged-${now.toISOString().replace(/[:.]/g, '-')}.jsonl`
  try {
    const aside = join(dirname(file), name)
    await copyFile(file, aside)
    await chmod(aside, 0o600)
    return name
  } catch {
    return null
  }
}

/** Whole or not at all: the old file stays until the new one is on the disk. */
async function store(file: string, contacts: readonly Contact[], log: Log): Promise<boolean> {
  try {
    const text = await inSlices(writeLines(contacts))
    const next = await open(`${file}.next`, 'w', 0o600)
    try {
      await next.writeFile(text)
      await next.sync()
    } finally {
      await next.close()
    }
    await rename(`${file}.next`, file)
    return true
  } catch (error) {
    log.error('the contacts cannot be written', { error: explain(error) })
    return false
  }
}

function* writeLines(contacts: readonly Contact[]): Slices<string> {
  const lines = [head]
  for (const contact of contacts) {
    lines.push(JSON.stringify(contact))
    if (lines.length % 200 === 0) yield
  }
  return `${lines.join('\n')}\n`
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
