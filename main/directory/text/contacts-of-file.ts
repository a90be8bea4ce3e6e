import type { Imported } from '../contacts/imported.ts'
import type { Slices } from '../slices.ts'
import { contactsOfCsv, hasHeader } from './contacts-of-csv.ts'
import { contactsOfVcard } from './contacts-of-vcard.ts'
import { decodeText } from './decode.ts'

export type ReadFile =
  | { readonly ok: true; readonly imported: Imported }
  | { readonly ok: false; readonly reason: 'unreadable' | 'no-contacts' }

/** vCard and CSV are told apart by what is in them: names of files are often wrong. */
export function* contactsOfFile(bytes: Uint8Array): Slices<ReadFile> {
  const text = decodeText(bytes)
  if (text === null) return { ok: false, reason: 'unreadable' }
  yield
  const imported = isVcard(text) ? yield* contactsOfVcard(text) : yield* contactsOfCsv(text)
  return imported?.contacts.length ? { ok: true, imported } : { ok: false, reason: 'no-contacts' }
}

/** A card may come after rubbish; a cell of a table may look like the beginning of a card. */
function isVcard(text: string): boolean {
  if (/^\ufeff?\s*BEGIN:VCARD\s*$/im.exec(text.slice(0, 200))?.index === 0) return true
  return !hasHeader(text) && /^BEGIN:VCARD\s*$/im.test(text)
}
