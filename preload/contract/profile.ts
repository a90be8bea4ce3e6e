import type { PhoneMode, VaultRefusal } from './agent.ts'

/** What the desk needs to know of the connection profile. */
export interface ProfileSummary {
  readonly name: string
  /** ISO 3166-1 alpha-2: its numbers are written without their country's code. */
  readonly country: string
  /** Without a gateway Earshot is a plain SIP softphone. */
  readonly gateway: boolean
  /** Calls may have pictures at this site. */
  readonly video: boolean
  readonly host: string
}

/** One thing wrong in a profile or settings file: where, and why, in words of the schema. */
export interface FileProblem {
  readonly line: number | null
  readonly path: string
  readonly problem: 'not-json' | 'missing' | 'unknown-key' | 'wrong-type' | 'wrong-value' | 'file-not-found'
  /** What was expected, as the schema says it (an address, a number from 60 to 3600, …). */
  readonly expected?: string
}

/** What the sign-in form starts with. Secrets themselves never leave main. */
export interface Remembered {
  readonly workNumber: string
  readonly softphoneNumber: string
  /** What was chosen last, and the other phone's number. */
  readonly phone: PhoneMode
  readonly otherNumber: string
  /** Whether the vault has both passwords and can read them. */
  readonly passwords: boolean
  /** The one that another phone takes. */
  readonly gatewayPassword: boolean
}

export interface ProfileState {
  readonly current: ProfileSummary | null
  readonly problems: readonly FileProblem[]
  readonly file: string | null
  readonly remembered: Remembered
  /** Null when secrets can be kept; otherwise why "remember me" is not offered. */
  readonly vaultRefusal: VaultRefusal | null
}

export type ImportResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'cancelled' }
  | { readonly ok: false; readonly reason: 'invalid'; readonly problems: readonly FileProblem[] }

export interface ProfileRequests {
  /** Opens the system's file dialog. */
  'profile.import': (input: undefined) => Promise<ImportResult>
  /** The text of a file that was dropped or pasted. */
  'profile.importText': (input: { readonly text: string }) => Promise<ImportResult>
}
