import type { AgentStateName, Time } from './agent.ts'
import type { InsideInput, TransferTarget } from './calls.ts'

export type EntryKind = 'agent' | 'queue' | 'access-code' | 'ivr' | 'contact'

/** `ringing` is the platform's "answering" (spec/ccgateway.md 16.2); `offline`: not signed in, or nobody says. */
export type ColleagueState = AgentStateName | 'ringing' | 'offline'

export type NumberLabel = 'work' | 'mobile' | 'home' | 'fax' | 'other'

export interface ContactNumber {
  readonly label: NumberLabel
  /** As it was written; what is dialled is made of it. */
  readonly number: string
}

/** Somebody the agent has written down, on this machine only. */
export interface Contact {
  readonly id: string
  readonly name: string
  readonly company: string
  readonly numbers: readonly ContactNumber[]
  readonly note: string
}

/** What can be done with an entry at all; whether it can be done now is for the calls to say. */
export type EntryDeed =
  | { readonly do: 'call'; readonly number: string; readonly label: NumberLabel }
  | { readonly do: 'call-inside'; readonly to: InsideInput['to'] }
  | { readonly do: 'transfer'; readonly to: TransferTarget; readonly label?: NumberLabel }
  /** Only while it rings there (spec/ccgateway.md 8.1, `snatchpickup`). */
  | { readonly do: 'pick-up'; readonly workNumber: string }

/** One line of the directory. */
export interface DirectoryEntry {
  /** `kind:number`, or `contact:` and the contact's own id. */
  readonly id: string
  readonly kind: EntryKind
  readonly name: string
  /** Group, company, description: what tells two of one name apart. */
  readonly detail: string
  /** Work number, queue id, access code, or a contact's first number. */
  readonly number: string
  readonly can: readonly EntryDeed[]
  /** Agents only. */
  readonly state?: ColleagueState
  /** Agents only, and only where the platform says how long. */
  readonly since?: Time
  /** Agents only, where the platform says it: ids of the queues they are signed in to. */
  readonly queues?: readonly string[]
  /** Queues only, once asked: how many customers wait. */
  readonly waiting?: number
  /** Contacts only. */
  readonly contact?: Contact
}

export interface DirectorySearch {
  /** Empty: everything, by kind and name. */
  readonly text: string
  /** Empty: all kinds. */
  readonly kinds: readonly EntryKind[]
  readonly offset: number
  readonly limit: number
}

export interface DirectoryFound {
  readonly entries: readonly DirectoryEntry[]
  /** How many of each kind there are in all, not only in `entries`. */
  readonly counts: { readonly [K in EntryKind]: number }
  /** The state of the directory this was read from. */
  readonly revision: number
}

/** Where the platform's part of the directory stands. `none`: there is no gateway, contacts are all there is. */
export type DirectoryFreshness =
  | { readonly status: 'none' }
  | { readonly status: 'loading' }
  | { readonly status: 'fresh'; readonly at: Time }
  /** What is shown is as old as `at` (null: there is nothing to show). */
  | { readonly status: 'failed'; readonly at: Time | null; readonly reason: string; readonly retcode?: string }

/** Small and whole: who wants the entries asks for those they show. */
export interface Directory {
  /** Rises whenever anything of the entries is other than it was. */
  readonly revision: number
  readonly freshness: DirectoryFreshness
  readonly contacts: number
}

export type SaveContactResult =
  | { readonly ok: true; readonly entry: DirectoryEntry }
  | { readonly ok: false; readonly reason: 'no-name' | 'too-many' | 'disk' }

export type RemoveContactResult = { readonly ok: true } | { readonly ok: false; readonly reason: 'disk' }

/** A place in an imported file that could not be understood, or only in part. */
export interface ImportProblem {
  readonly line: number
  readonly problem:
    | 'not-a-field'
    | 'no-name'
    | 'not-a-number'
    | 'too-long'
    | 'open-quote'
    | 'unfinished-card'
    | 'outside-a-card'
    | 'unreadable-text'
}

export type ImportContactsResult =
  | {
      readonly ok: true
      readonly added: number
      /** Were there already, the same in everything. */
      readonly known: number
      /** The first hundred. */
      readonly problems: readonly ImportProblem[]
      readonly problemCount: number
    }
  | {
      readonly ok: false
      readonly reason: 'cancelled' | 'too-large' | 'unreadable' | 'no-contacts' | 'too-many' | 'disk'
    }

export type ContactFormat = 'vcard' | 'csv'

export type ExportContactsResult =
  | { readonly ok: true; readonly count: number; readonly file: string }
  | { readonly ok: false; readonly reason: 'cancelled' | 'disk' }

export interface DirectoryRequests {
  'directory.search': (input: DirectorySearch) => Promise<DirectoryFound>
  /** While somebody looks, presence is kept fresh; waiting counts only of the queues that are looked at. */
  'directory.watch': (input: {
    readonly by: 'pane' | 'transfer' | 'team'
    readonly on: boolean
    /** Queue ids. */
    readonly queues: readonly string[]
  }) => void
  /** Without an id it is a new one. */
  'contacts.save': (input: Omit<Contact, 'id'> & { readonly id?: string }) => Promise<SaveContactResult>
  'contacts.remove': (input: { readonly id: string }) => Promise<RemoveContactResult>
  /** Opens the system's file dialog: vCard or CSV, told apart by what is in it. */
  'contacts.import': (input: undefined) => Promise<ImportContactsResult>
  'contacts.export': (input: { readonly format: ContactFormat }) => Promise<ExportContactsResult>
}
