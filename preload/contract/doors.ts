import type { Time } from './agent.ts'

/** Addresses of other programs that can be Earshot's on this machine. */
export type LinkScheme = 'tel' | 'sip' | 'callto' | 'earshot'

/** Where a wish to dial comes from. `clipboard`: a number that was selected or copied anywhere. */
export type WishSource =
  | { readonly kind: 'link'; readonly scheme: LinkScheme }
  | { readonly kind: 'clipboard' }
  | { readonly kind: 'program'; readonly name: string }
  /** One of the site's pages beside a call, by the profile's name for it. */
  | { readonly kind: 'page'; readonly name: string }

/** A page is none of these: without the agent's own click in it, each of its wishes is asked about. */
export type TrustedSource = Exclude<WishSource['kind'], 'page'>

/** Somebody outside wants a number to be dialled, and the agent has not decided. */
export interface DialWish {
  readonly id: string
  /** As a machine dials it. */
  readonly number: string
  readonly source: WishSource
  /** With the camera, if the site has video. */
  readonly video?: true
  readonly at: Time
}

/** `other`: another program has it, or nobody. `unknown`: nobody has looked yet. */
export type SchemeOwner = 'earshot' | 'other' | 'unknown'

/** What a program may do by the local interface. */
export type ProgramScope = 'read' | 'dial' | 'calls' | 'agent'

/** A program with a token of its own; the token itself is not kept. */
export interface Program {
  readonly id: string
  readonly name: string
  readonly scopes: readonly ProgramScope[]
  /** Pages may use the token only from here; empty: no page at all, only programs. */
  readonly origins: readonly string[]
  readonly madeAt: Time
  readonly usedAt: Time | null
}

export interface LocalInterface {
  /** `profile`: the site has turned it on. */
  readonly wanted: 'off' | 'agent' | 'profile'
  /** Where it listens; null: it does not. */
  readonly port: number | null
  /** The port is another program's. */
  readonly failed: boolean
  readonly programs: readonly Program[]
}

export interface Doors {
  /** The newest wish; an older one that nobody answered has given way to it. */
  readonly wish: DialWish | null
  /** Kinds of source that nobody is asked about any more. */
  readonly trusted: readonly TrustedSource[]
  /** What last came and could not be dialled. */
  readonly refused: { readonly source: WishSource; readonly why: LinkRefusal; readonly at: Time } | null
  readonly schemes: { readonly [S in LinkScheme]: SchemeOwner }
  readonly local: LocalInterface
  /** The OpenEye-compatible interface, which only the site can turn on. */
  readonly openEye: 'off' | 'listening' | 'failed'
}

/** `not-allowed`: the site does not let this page dial. */
export type LinkRefusal = 'malformed' | 'no-number' | 'too-long' | 'unknown' | 'not-allowed'

export interface DoorsRequests {
  /** `always`: from this kind of source nobody is asked any more. */
  'doors.answerWish': (input: { readonly id: string; readonly dial: boolean; readonly always: boolean }) => void
  'doors.refusalSeen': (input: undefined) => void
  'doors.trust': (input: { readonly kind: TrustedSource; readonly on: boolean }) => void
  /** Asks the system whose the schemes are. */
  'doors.lookAtSchemes': (input: undefined) => void
  /** Registers the scheme with the system for this user, or lets go of it. */
  'doors.takeScheme': (input: { readonly scheme: LinkScheme; readonly on: boolean }) => void
  'doors.setLocal': (input: { readonly on: boolean }) => void
  /** The token is shown this once; null: there are as many programs as there may be. */
  'doors.addProgram': (input: {
    readonly name: string
    readonly scopes: readonly ProgramScope[]
    readonly origins: readonly string[]
  }) => { readonly token: string } | null
  'doors.revokeProgram': (input: { readonly id: string }) => void
}
