import type { DeviceChoice } from './line.ts'

export type Language = 'en' | 'zh-CN'
export type Theme = 'system' | 'light' | 'dark'
/** `dial`: the number that is selected or was copied, in whichever program. */
export type HotkeyName = 'answer' | 'hangUp' | 'mute' | 'dial'

/** What the agent chose on this machine. */
export interface Settings {
  /** Null: as the system. */
  readonly language: Language | null
  readonly theme: Theme
  readonly barMode: boolean
  readonly goIdleAfterSignIn: boolean
  /** Null: as the connection profile says. */
  readonly autoAnswer: boolean | null
  readonly autoIdle: boolean | null
  readonly devices: {
    readonly microphone: DeviceChoice | null
    readonly speaker: DeviceChoice | null
    readonly ringer: DeviceChoice | null
    readonly camera: DeviceChoice | null
    readonly ringVolume: number
    readonly speakerVolume: number
  }
  readonly chat: {
    readonly ringVolume: number
    /** When a message sounds: always until it is read, only while the desk is not in front, or never. */
    readonly messageSound: 'always' | 'away' | 'never'
    /** Told by the system while the desk is not in front. */
    readonly notifyMessages: boolean
    /** With the message's text in it, which anybody may read who passes by. */
    readonly notifyText: boolean
    /** Null: as the connection profile says. */
    readonly autoAnswer: boolean | null
  }
  readonly pop: {
    /** Of the pane with the customer's pages, in CSS pixels; null: as wide as the desk finds right. */
    readonly width: number | null
  }
  /** Electron accelerators; null switches one off. */
  readonly hotkeys: { readonly [N in HotkeyName]: string | null }
}

export type SettingsPatch = { readonly [K in keyof Settings]?: Settings[K] }

export interface SettingsRequests {
  'settings.change': (input: SettingsPatch) => void
  'settings.tryRing': (input: undefined) => void
  'settings.tryChatSound': (input: { readonly sound: 'chat' | 'message' }) => void
  /** While on, the microphone is warm and levels are reported although no call is up: the settings' meter. */
  'settings.tryMicrophone': (input: { readonly on: boolean }) => void
}
