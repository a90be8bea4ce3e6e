import type { Time } from './agent.ts'

export type RegistrationFailure = 'wrong-password' | 'unreachable' | 'untrusted' | 'refused' | 'no-answer'

export type Registration =
  | { readonly status: 'off' }
  | { readonly status: 'connecting'; readonly server: string }
  | { readonly status: 'registered'; readonly server: string; readonly since: Time }
  | {
      readonly status: 'failed'
      readonly server: string
      readonly reason: RegistrationFailure
      /** The SIP response code, where there was a response (RFC 3261 section 21). */
      readonly code?: number
    }

/** `at-rest`: let go, since no call may come. `ready`: held warm, closed. `open`: the far side can hear it. */
export type Microphone =
  | { readonly status: 'at-rest' | 'ready' | 'open'; readonly label: string }
  | { readonly status: 'missing' | 'refused' | 'unplugged' | 'failed'; readonly label: string }

/** A camera as well. */
export interface AudioDevice {
  readonly id: string
  readonly groupId: string
  readonly label: string
}

export interface AudioDevices {
  readonly microphones: readonly AudioDevice[]
  readonly speakers: readonly AudioDevice[]
}

/** `closed`: no call may see it, and its light is off. */
export type Camera =
  | { readonly status: 'closed' | 'open'; readonly label: string }
  | { readonly status: 'missing' | 'refused' | 'unplugged' | 'failed'; readonly label: string }

/** The line as main last heard of it from the phone window. */
export interface Line {
  readonly registration: Registration
  readonly microphone: Microphone
  readonly devices: AudioDevices
  readonly camera: Camera
  readonly cameras: readonly AudioDevice[]
  /** Whether the ring tone is sounding, as WebAudio reported; `failed` when it was wanted and could not. */
  readonly ring: 'silent' | 'sounding' | 'failed'
  /** The phone window itself: gone, it is started again by main. */
  readonly phoneWindow: 'up' | 'down'
}

/** Levels are 0 to 1 (root mean square). `farSideHz`: dominant frequency of what the far side sounds like. */
export interface Levels {
  readonly microphone: number
  readonly farSide: number
  readonly farSideHz: number | null
}

/**
 * A device as it is remembered: by its label, with the group id to tell twins apart within one run. Chromium salts
 * group ids anew with every page load (tried on 130), and 'default' names nothing.
 */
export interface DeviceChoice {
  readonly groupId: string
  readonly label: string
}

/** Where and as whom to register. The secret is not in it: the phone window asks for it (`line.secret`). */
export interface LineAccount {
  readonly servers: readonly string[]
  readonly domain: string
  readonly number: string
  /** RFC 5626 section 4.1: `urn:uuid:…`, the same for the life of the installation. */
  readonly instanceId: string
  readonly registerSeconds: number
  readonly iceServers: readonly { readonly urls: string; readonly username?: string; readonly credential?: string }[]
  readonly codecs: readonly ('opus' | 'PCMA' | 'PCMU')[]
  /** The order in which video is offered; absent: the browser's. */
  readonly videoCodecs?: readonly ('H264' | 'VP8')[]
}

/** All that main wants the phone window to be. Anything absent or null is off: the safe value. */
export interface LineWanted {
  readonly account: LineAccount | null
  /** Keep microphone and peer connection warm: a call may come. */
  readonly warm: boolean
  /** The one dialog that may hear the microphone, or none. */
  readonly microphoneFor: string | null
  /** The one voice message that is being recorded, from its own capture; never while a call is up. */
  readonly voiceMessageFor?: string | null
  /** The one dialog that may see the camera, or none. */
  readonly cameraFor: string | null
  /**
   * Which dialog's pictures the desk looks at, and for which of its viewings; without a dialog, the chosen camera itself,
   * which is open for that and closed with it.
   */
  readonly picture: {
    readonly dialogId: string | null
    readonly viewing: string
    readonly far: boolean
    readonly self: boolean
  } | null
  /** `chat-waiting`: one soft tone beside the customer's voice. */
  readonly ring: 'none' | 'call' | 'waiting' | 'chat' | 'chat-waiting'
  readonly devices: {
    readonly microphone: DeviceChoice | null
    readonly speaker: DeviceChoice | null
    readonly ringer: DeviceChoice | null
    readonly camera: DeviceChoice | null
    /** 0 to 1. */
    readonly ringVolume: number
    readonly speakerVolume: number
    /** Of chats and their messages; absent: as the ring. */
    readonly chatVolume?: number
  }
  /** Report levels (about ten a second); off when nobody looks. */
  readonly levels: boolean
}

export type LineCommand =
  /** `video`: takes the video that the INVITE offers. */
  | { readonly verb: 'answer'; readonly dialogId: string; readonly video?: boolean }
  /** `code`: 486 busy here, 480 temporarily unavailable, 603 decline. */
  | { readonly verb: 'decline'; readonly dialogId: string; readonly code: 480 | 486 | 603 }
  /** BYE, CANCEL or a final refusal, whichever the dialog's state asks for. */
  | { readonly verb: 'hang-up'; readonly dialogId: string }
  /** `dialogId` is chosen by main, so that facts about it can be told apart from the start. */
  | { readonly verb: 'dial'; readonly dialogId: string; readonly number: string; readonly video?: boolean }
  /** A re-INVITE with the direction that holds or retrieves (RFC 3264 section 8.4); answered by `hold` or `command-failed`. */
  | { readonly verb: 'hold'; readonly dialogId: string; readonly held: boolean }
  /** RFC 4733 where the far side takes telephone-event, else SIP INFO; answered by `keys-sent` or `command-failed`. */
  | { readonly verb: 'keys'; readonly dialogId: string; readonly keys: string }
  /** REFER (RFC 3515), with Replaces of the other dialog when attended (RFC 3891); answered by `transfer`. */
  | { readonly verb: 'transfer'; readonly dialogId: string; readonly to: string; readonly replaces?: string }
  /**
   * Adds video or takes it away, by a re-INVITE; answered by `video` or `command-failed`. `await`: the far side is going
   * to offer it, and is to be taken at its word.
   */
  | { readonly verb: 'video'; readonly dialogId: string; readonly on: boolean; readonly await: boolean }
  /** The screen goes out in place of the camera; answered by `sending` or `command-failed`. */
  | { readonly verb: 'share'; readonly dialogId: string; readonly on: boolean }
  /** Plays a sound on the ringer for two seconds, unless it rings: for the settings' test buttons, and for a message. */
  | { readonly verb: 'try-ring'; readonly sound?: 'chat' | 'message' | 'message-in-call' }
  /** Unregister and end every dialog; answered by `registration: off`. */
  | { readonly verb: 'close' }

export type DialogEnd = 'far-side-hung-up' | 'cancelled' | 'we-ended' | 'refused' | 'failed' | 'lost'

/** What the phone window reports. Facts only: what SIP and the devices answered. */
export type LineFact =
  | { readonly type: 'registration'; readonly registration: Registration }
  | {
      readonly type: 'invited'
      readonly dialogId: string
      readonly number: string
      readonly name?: string
      /** It offers video. */
      readonly video?: boolean
    }
  | { readonly type: 'dialling'; readonly dialogId: string }
  /** 180 or 183 from the far side. */
  | { readonly type: 'far-side-rings'; readonly dialogId: string }
  | { readonly type: 'established'; readonly dialogId: string }
  | { readonly type: 'ended'; readonly dialogId: string; readonly cause: DialogEnd; readonly code?: number }
  | { readonly type: 'microphone'; readonly microphone: Microphone }
  | { readonly type: 'devices'; readonly devices: AudioDevices }
  | { readonly type: 'camera'; readonly camera: Camera }
  | { readonly type: 'cameras'; readonly cameras: readonly AudioDevice[] }
  | { readonly type: 'ring'; readonly ring: Line['ring'] }
  /** What both sides agreed on (RFC 3264): which ways the picture goes. */
  | { readonly type: 'video'; readonly dialogId: string; readonly sends: boolean; readonly receives: boolean }
  /** The far side offers video that was not taken; or no longer. */
  | { readonly type: 'video-asked'; readonly dialogId: string; readonly asked: boolean }
  /** What goes out as this dialog's picture. */
  | { readonly type: 'sending'; readonly dialogId: string; readonly source: 'off' | 'camera' | 'screen' }
  | { readonly type: 'hold'; readonly dialogId: string; readonly held: boolean }
  /** The far side holds us, or has taken us back. */
  | { readonly type: 'held-by-far-side'; readonly dialogId: string; readonly held: boolean }
  | { readonly type: 'keys-sent'; readonly dialogId: string; readonly keys: string }
  /**
   * What the NOTIFYs of a REFER say; the last one is `done` or `failed` (RFC 3515 section 2.4.5). A dialog that was
   * replaced is told `done` as well; both are then left with a BYE (RFC 5589 sections 6.1 and 7.1).
   */
  | {
      readonly type: 'transfer'
      readonly dialogId: string
      readonly stage: 'asked' | 'ringing' | 'done' | 'failed'
      readonly code?: number
    }
  /** The agent speaks although the microphone is closed to the call; and no longer. */
  | { readonly type: 'speaks-muted'; readonly speaks: boolean }
  /** No RTP, or only silence, from the far side for some seconds; and sound again. */
  | { readonly type: 'far-side-silent'; readonly dialogId: string; readonly silent: boolean }
  | {
      readonly type: 'command-failed'
      readonly verb: LineCommand['verb']
      readonly dialogId?: string
      readonly why: string
    }

export interface LineRequests {
  /** The phone window is up: main answers with what it wants. */
  'line.started': (input: undefined) => LineWanted
  /** Facts in the order they happened. */
  'line.report': (input: LineFact) => void
  'line.levels': (input: Levels) => void
  /** The SIP password, for one registration or one challenge; not kept. */
  'line.secret': (input: undefined) => string | null
  /** A line for main's log; already free of SDP and credentials. */
  'line.log': (input: { readonly level: 'info' | 'warn' | 'error'; readonly text: string }) => void
}
