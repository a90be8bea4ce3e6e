import { randomUUID } from 'node:crypto'
import type { Contact, DirectoryRequests, RemoveContactResult, SaveContactResult } from '#contract'
import { linesOf } from '../search/line.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { inSlices } from '../slices.ts'
import { type ContactFields, longest, tidy } from './contact.ts'
import type { ContactFile } from './contact-file.ts'
import { contactLine } from './contact-line.ts'

type SaveInput = Parameters<DirectoryRequests['contacts.save']>[0]

/** The agent's own contacts: what is shown is what is on the disk. */
export interface Contacts {
  /** Resolves once the file has been read. */
  readonly loaded: Promise<void>
  save(input: SaveInput): Promise<SaveContactResult>
  remove(id: string): Promise<RemoveContactResult>
  /** Many at once; false when the disk refuses. */
  add(fields: readonly ContactFields[]): Promise<boolean>
  all(): readonly Contact[]
  count(): number
}

export interface ContactsParts {
  readonly file: ContactFile
  readonly index: SearchIndex
  readonly onChange: () => void
  readonly onSetAside: (file: string) => void
}

interface Kept extends ContactsParts {
  readonly byId: Map<string, Contact>
  loaded: Promise<void>
  locked: boolean
}

export function createContacts(parts: ContactsParts): Contacts {
  const kept: Kept = { ...parts, byId: new Map(), loaded: Promise.resolve(), locked: false }
  kept.loaded = load(kept)
  return {
    loaded: kept.loaded,
    all: () => [...kept.byId.values()],
    count: () => kept.byId.size,
    save: (input) => save(kept, input),
    remove: (id) => remove(kept, id),
    add: (fields) => add(kept, fields),
  }
}

async function save(kept: Kept, { id = randomUUID(), ...raw }: SaveInput): Promise<SaveContactResult> {
  await kept.loaded
  const { fields } = tidy(raw)
  if (fields === null) return { ok: false, reason: 'no-name' }
  const before = kept.byId.get(id)
  if (!before && kept.byId.size >= longest.contacts) return { ok: false, reason: 'too-many' }
  const contact = { id, ...fields }
  const stored = await change(kept, { before, after: contact })
  return stored ? { ok: true, entry: contactLine(contact).shown() } : { ok: false, reason: 'disk' }
}

async function remove(kept: Kept, id: string): Promise<RemoveContactResult> {
  await kept.loaded
  const before = kept.byId.get(id)
  return !before || (await change(kept, { before, after: undefined })) ? { ok: true } : { ok: false, reason: 'disk' }
}

interface Change {
  readonly before: Contact | undefined
  readonly after: Contact | undefined
}

/** What the disk would not take is undone. */
async function change(kept: Kept, { before, after }: Change): Promise<boolean> {
  apply(kept, { before, after })
  if (await write(kept)) return true
  apply(kept, { before: after, after: before })
  return false
}

function apply({ byId, index, onChange }: Kept, { before, after }: Change): void {
  if (after) {
    byId.set(after.id, after)
    index.put(contactLine(after))
  } else if (before) {
    byId.delete(before.id)
    index.remove(contactLine(before))
  }
  onChange()
}

async function add(kept: Kept, fields: readonly ContactFields[]): Promise<boolean> {
  await kept.loaded
  const added = fields.map((one): Contact => ({ id: randomUUID(), ...one }))
  for (const contact of added) kept.byId.set(contact.id, contact)
  const stored = await write(kept)
  if (!stored) for (const { id } of added) kept.byId.delete(id)
  await show(kept)
  return stored
}

async function write({ locked, file, byId }: Kept): Promise<boolean> {
  return !locked && (await file.write([...byId.values()]))
}

async function load(kept: Kept): Promise<void> {
  const { contacts, setAside, locked } = await kept.file.read()
  kept.locked = locked
  for (const contact of contacts) kept.byId.set(contact.id, contact)
  if (setAside !== null) {
    kept.onSetAside(setAside)
    await write(kept)
  }
  await show(kept)
}

async function show({ index, byId, onChange }: Kept): Promise<void> {
  await index.replace('contact', await inSlices(linesOf([...byId.values()], contactLine)))
  onChange()
}
