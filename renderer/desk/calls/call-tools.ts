import type { CallVerbs } from './call-verbs.svelte.ts'
import type { Handover } from './handover/handover.svelte.ts'
import type { Keystrokes } from './keypad/keystrokes.svelte.ts'
import type { VideoDesk } from './video/video-desk.svelte.ts'

/** What the screens of a call work with. */
export interface CallTools {
  readonly verbs: CallVerbs
  readonly keystrokes: Keystrokes
  readonly handover: Handover
  readonly video: VideoDesk
}
