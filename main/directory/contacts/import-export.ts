import { open, readFile, rename, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ContactFormat, ExportContactsResult, ImportContactsResult, Language } from '#contract'
import { explain } from '../../log/explain.ts'
import type { Log } from '../../log/log.ts'
import { inSlices, type Slices } from '../slices.ts'
import { contactsOfFile } from '../text/contacts-of-file.ts'
import { csvOfContacts } from '../text/csv-of-contacts.ts'
import { vcardOfContacts } from '../text/vcard-of-contacts.ts'
import { type ContactFields, fingerprint, longest } from './contact.ts'
import type { Contacts } from './contacts.ts'

/** The system's file dialogs; null: the agent thought better of it. */
export interface FileChoice {
  toOpen(): Promise<string | null>
  toSave(format: ContactFormat): Promise<string | null>
}

export interface Exchange {
  readonly contacts: Contacts
  readonly choose: FileChoice
  readonly language: () => Language
  readonly log: Log
}

/** Twice what a hundred thousand contacts take. */
const largestFile = 40_000_000

export async function importContacts(exchange: Exchange): Promise<ImportContactsResult> {
  const file = await exchange.choose.toOpen()
  if (file === null) return { ok: false, reason: 'cancelled' }
  const bytes = await readBounded(file, exchange.log)
  if (typeof bytes === 'string') return { ok: false, reason: bytes }
  const read = await inSlices(contactsOfFile(bytes))
  if (!read.ok) return read
  const { contacts, problems, problemCount } = read.imported
  await exchange.contacts.loaded
  const fresh = await inSlices(unknownOf(contacts, exchange.contacts.all()))
  if (exchange.contacts.count() + fresh.length > longest.contacts) return { ok: false, reason: 'too-many' }
  if (fresh.length > 0 && !(await exchange.contacts.add(fresh))) return { ok: false, reason: 'disk' }
  return { ok: true, added: fresh.length, known: contacts.length - fresh.length, problems, problemCount }
}

async function readBounded(file: string, log: Log): Promise<Uint8Array | 'too-large' | 'unreadable'> {
  try {
    const { size } = await stat(file)
    return size > largestFile ? 'too-large' : await readFile(file)
  } catch (error) {
    log.warn('a file of contacts cannot be read', { error: explain(error) })
    return 'unreadable'
  }
}

/** Importing the same file twice leaves one of each. */
function* unknownOf(found: readonly ContactFields[], here: readonly ContactFields[]): Slices<ContactFields[]> {
  const known = new Set<string>()
  for (const one of here) {
    known.add(fingerprint(one))
    if (known.size % 100 === 0) yield
  }
  const fresh: ContactFields[] = []
  for (const one of found) {
    const print = fingerprint(one)
    if (!known.has(print)) fresh.push(one)
    known.add(print)
    if (fresh.length % 100 === 0) yield
  }
  return fresh
}

export async function exportContacts(exchange: Exchange, format: ContactFormat): Promise<ExportContactsResult> {
  const file = await exchange.choose.toSave(format)
  if (file === null) return { ok: false, reason: 'cancelled' }
  await exchange.contacts.loaded
  const all = exchange.contacts.all()
  const work = format === 'csv' ? csvOfContacts(all, exchange.language()) : vcardOfContacts(all, '3.0')
  const written = await writeWhole(file, await inSlices(work), exchange.log)
  return written ? { ok: true, count: all.length, file: basename(file) } : { ok: false, reason: 'disk' }
}

/** A file that is there already is not lost to half of another. */
async function writeWhole(file: string, text: string, log: Log): Promise<boolean> {
  try {
    const next = await open(`${file}.part`, 'w', 0o600)
    try {
      await next.writeFile(text)
    } finally {
      await next.close()
    }
    await rename(`${file}.part`, file)
    return true
  } catch (error) {
    log.warn('a file of contacts cannot be written', { error: explain(error) })
    return false
  }
}
