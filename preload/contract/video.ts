import type { CommandResult } from './agent.ts'

/** Who is large in three-party video (spec/ccgateway.md 8.1, `adjustvideomode`). */
export type VideoLayout = 'equal' | 'customer' | 'agent' | 'third-party'

/** What both sides have agreed and the devices do, never what was only asked for. */
export interface CallVideo {
  readonly sending: 'off' | 'camera' | 'screen'
  readonly receiving: boolean
  /** The far side offers video and the agent has not decided; of a call that rings, that it is a video call. */
  readonly askedByFarSide?: boolean
  /** On hold, and the agent wants it back with the voice. */
  readonly waits?: boolean
  /** The last one that the platform took on; absent until then. */
  readonly layout?: VideoLayout
}

export interface VideoRequests {
  'calls.video': (input: { readonly callId: string; readonly on: boolean }) => Promise<CommandResult>
  /** `sourceId`: of `picture.screens`; absent where the operating system asks. */
  'calls.shareScreen': (input: {
    readonly callId: string
    readonly on: boolean
    readonly sourceId?: string
  }) => Promise<CommandResult>
  'calls.layout': (input: { readonly callId: string; readonly layout: VideoLayout }) => Promise<CommandResult>
}
