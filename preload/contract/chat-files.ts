import type { Time } from './agent.ts'
import type { MediaFile } from './chat-messages.ts'

/** Why a file is not sent or not shown. */
export type FileRefusal =
  | 'too-large'
  | 'ending-not-allowed'
  /** Its content is not what its ending says. */
  | 'not-what-it-says'
  | 'empty'
  | 'unreadable'
  /** More than 40 megapixels, or longer than 16,384 on a side. */
  | 'picture-too-large'
  | 'not-found'
  | 'no-answer'
  | 'refused'
  | 'no-media-cache'

/** A file on its way to the media cache; sent as a message by itself once it is there. */
export interface Upload {
  /** The desk's own key; also the id of the message it becomes. */
  readonly key: string
  readonly chatId: string
  readonly name: string
  readonly bytes: number
  /** Bytes that are there. */
  readonly done: number
  readonly failure?: FileRefusal
  /** Of an attachment that is in the media cache, and stays in this list until it is cancelled. */
  readonly file?: MediaFile
}

/** What a file is before it is sent. */
export type FileCheck =
  | {
      readonly ok: true
      readonly type: 'image' | 'audio' | 'video' | 'file'
      readonly width?: number
      readonly height?: number
    }
  | { readonly ok: false; readonly reason: FileRefusal }

/** `saved` false: the agent thought better of it. `not-written`: the disk would not. */
export type SaveResult =
  | { readonly ok: true; readonly saved: boolean }
  | { readonly ok: false; readonly reason: FileRefusal | 'not-written' }

/** What a file of the media cache turned out to be. */
export type MediaLook =
  | {
      readonly ok: true
      /** By its own first bytes. */
      readonly type: 'image' | 'audio' | 'video' | 'file'
      readonly bytes: number
      /** `media://` address that the desk may show or play; absent for plain files. */
      readonly address?: string
      readonly width?: number
      readonly height?: number
    }
  | { readonly ok: false; readonly reason: FileRefusal }

/** Recording of a voice message: only while no call is up, and only from the agent's click to the next. */
export type VoiceMessage =
  | { readonly status: 'off' }
  | { readonly status: 'recording'; readonly chatId: string; readonly since: Time; readonly level: number }
  /** Ended by something else than the agent; to be sent or thrown away. */
  | {
      readonly status: 'kept'
      readonly chatId: string
      readonly seconds: number
      readonly why: 'in-call' | 'too-long' | 'interrupted'
    }
  | { readonly status: 'failed'; readonly chatId: string; readonly reason: 'in-call' | 'no-microphone' | 'interrupted' }

export interface ChatFilesRequests {
  /** `bytes` is the content; checked against the site's policy and against its own first bytes. */
  'chatFiles.upload': (input: {
    readonly chatId: string
    readonly key: string
    readonly name: string
    readonly content: Uint8Array
    /** Of an e-mail that is being written: it is not sent by itself, and its upload tells the `file`. */
    readonly attach?: boolean
  }) => Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: FileRefusal }>
  /** What main would say of it, before anything is sent. */
  'chatFiles.check': (input: { readonly name: string; readonly content: Uint8Array }) => Promise<FileCheck>
  'chatFiles.cancel': (input: { readonly key: string }) => void
  'chatFiles.retry': (input: { readonly key: string }) => void
  /** Fetches a file so that it can be shown or played. */
  'chatFiles.look': (input: {
    readonly chatId: string
    readonly fileId: string
    readonly ending: string
  }) => Promise<MediaLook>
  /** Asks where, and saves it with the mark of the web where the system has one. Never opens it. */
  'chatFiles.save': (input: {
    readonly chatId: string
    readonly fileId: string
    readonly ending: string
    readonly name: string
  }) => Promise<SaveResult>
  'chatFiles.startVoice': (input: { readonly chatId: string }) => void
  /** `send` false: thrown away. */
  'chatFiles.stopVoice': (input: { readonly send: boolean }) => void
}

/** What the phone window reports of the one recording that main wants (`LineWanted.voiceMessageFor`). */
export interface VoiceRequests {
  /** 0 to 1, about ten times a second. */
  'voice.level': (input: { readonly recording: string; readonly level: number }) => void
  'voice.recorded': (input: {
    readonly recording: string
    readonly content: Uint8Array
    readonly ending: string
  }) => void
  'voice.failed': (input: { readonly recording: string }) => void
}
