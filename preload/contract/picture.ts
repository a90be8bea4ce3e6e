/**
 * The pictures of a video call on their way to the desk. Media stays in the phone window; what the desk looks at comes
 * to it over a peer connection on this machine alone, host candidates and no STUN.
 *
 * The phone window offers, complete with its candidates (nothing is trickled), and the desk answers `recvonly`. Each
 * picture is one video section; its stream is called `far` or `self` (`event.streams[0].id`).
 */

/** Which pictures the desk looks at: nothing is encoded when nobody looks. */
export interface PictureWant {
  /** Null: no call's; `self` is then the chosen camera itself, open for as long as it is looked at (the settings). */
  readonly callId: string | null
  /** Made up by the desk, another one with each page: signals are of this viewing and no other. */
  readonly viewing: string
  readonly far: boolean
  readonly self: boolean
}

/** One offer or answer, opaque to main; never logged. */
export interface PictureSignal {
  readonly viewing: string
  /** Which offer of this viewing; an answer names the one it is to. */
  readonly round: number
  readonly sdp: string
}

/** A screen or window that can be shared. */
export interface ScreenSource {
  readonly id: string
  readonly kind: 'screen' | 'window'
  readonly name: string
  /** A small picture of it, as a `data:` URL; empty where there is none. */
  readonly thumbnail: string
}

/** `system`: the operating system asks which one. `own`: the agent chooses here. */
export type ScreenPicker = { readonly by: 'system' } | { readonly by: 'own'; readonly sources: readonly ScreenSource[] }

export interface PictureRequests {
  /** Null: nobody looks. The last word counts; a page that is gone is nobody. */
  'picture.want': (input: PictureWant | null) => void
  /** The desk's answer. */
  'picture.toPhone': (input: PictureSignal) => void
  /** What can be shared, before `calls.shareScreen`. */
  'picture.screens': (input: undefined) => Promise<ScreenPicker>
}

export interface PhonePictureRequests {
  /** The phone window's offer. */
  'picture.toDesk': (input: PictureSignal) => void
}
