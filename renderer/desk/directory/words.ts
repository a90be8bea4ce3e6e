import type { DirectoryEntry, EntryDeed, EntryKind, ImportContactsResult, ImportProblem, NumberLabel } from '#contract'
import { m } from '../messages/compiled/messages.js'
import { writtenNumber } from '../ui/number/phone-number.ts'
import type { Filter } from './list/directory-list.svelte.ts'

export function kindWord(kind: EntryKind): string {
  const words: { readonly [K in EntryKind]: () => string } = {
    agent: m.directory_agents,
    queue: m.directory_queues,
    'access-code': m.directory_access_codes,
    ivr: m.directory_ivrs,
    contact: m.directory_contacts,
  }
  return words[kind]()
}

/** What a single one is. */
export function oneOfKind(kind: EntryKind): string {
  const words: { readonly [K in EntryKind]: () => string } = {
    agent: m.kind_agent,
    queue: m.kind_queue,
    'access-code': m.kind_access_code,
    ivr: m.kind_ivr,
    contact: m.directory_contact,
  }
  return words[kind]()
}

export function labelWord(label: NumberLabel): string {
  const words: { readonly [L in NumberLabel]: () => string } = {
    work: m.number_label_work,
    mobile: m.number_label_mobile,
    home: m.number_label_home,
    fax: m.number_label_fax,
    other: m.number_label_other,
  }
  return words[label]()
}

export function problemWord({ line, problem }: ImportProblem): string {
  const words: { readonly [P in ImportProblem['problem']]: () => string } = {
    'not-a-field': m.import_not_a_field,
    'no-name': m.import_no_name,
    'not-a-number': m.import_not_a_number,
    'too-long': m.import_too_long,
    'open-quote': m.import_open_quote,
    'unfinished-card': m.import_unfinished_card,
    'outside-a-card': m.import_outside_a_card,
    'unreadable-text': m.import_unreadable_text,
  }
  return m.import_problem({ line, problem: words[problem]() })
}

type ImportFailure = Exclude<Extract<ImportContactsResult, { ok: false }>['reason'], 'cancelled'>

export function importFailureWord(reason: ImportFailure): string {
  const words: { readonly [R in ImportFailure]: () => string } = {
    'too-large': m.import_too_large,
    unreadable: m.import_unreadable,
    'no-contacts': m.import_no_contacts,
    'too-many': m.contacts_too_many,
    disk: m.contacts_disk,
  }
  return words[reason]()
}

export function saveFailureWord(reason: 'no-name' | 'too-many' | 'disk'): string {
  const words = { 'no-name': m.contact_no_name, 'too-many': m.contacts_too_many, disk: m.contacts_disk }
  return words[reason]()
}

export function filterWord(filter: Filter): string {
  const words: { readonly [F in Filter]: () => string } = {
    all: m.directory_all,
    agents: m.directory_agents,
    queues: m.directory_queues,
    codes: m.directory_codes,
    contacts: m.directory_contacts,
  }
  return words[filter]()
}

/** What a deed is called where there is room, and in full for whoever sees only its icon, or none. */
export function deedWord(deed: EntryDeed, { name }: DirectoryEntry): { readonly short: string; readonly full: string } {
  switch (deed.do) {
    case 'call':
      return {
        short: writtenNumber(deed.number),
        full: m.deed_call({ name, label: labelWord(deed.label), number: writtenNumber(deed.number) }),
      }
    case 'call-inside':
      return { short: m.deed_call_inside_short(), full: m.deed_call_inside({ name }) }
    case 'transfer': {
      const number = deed.to.kind === 'outside' ? writtenNumber(deed.to.address) : ''
      return {
        short: [m.deed_transfer_short(), number].filter((part) => part !== '').join(' '),
        full: m.deed_transfer({ name: [name, number].filter((part) => part !== '').join(' ') }),
      }
    }
    case 'pick-up':
      return { short: m.deed_pick_up_short(), full: m.deed_pick_up({ name }) }
  }
}
