/**
 * Everything that may cross the process boundary, and nothing else.
 *
 * Types only: the file disappears at build time, so it costs a preload nothing and cannot drag one side's code into
 * the other. One file for each domain in `contract/`; this one says which window may ask and hear what.
 */

import type { Agent, AgentRequests } from './contract/agent.ts'
import type { Calls, CallsRequests } from './contract/calls.ts'
import type { DraftsRequests } from './contract/chat-drafts.ts'
import type { EmailsRequests } from './contract/chat-emails.ts'
import type { ChatFilesRequests, Upload, VoiceMessage, VoiceRequests } from './contract/chat-files.ts'
import type { ChatMessage } from './contract/chat-messages.ts'
import type { RepliesRequests, RepliesState } from './contract/chat-replies.ts'
import type { Chats, ChatsRequests } from './contract/chats.ts'
import type { Day } from './contract/day.ts'
import type { Desktop, DesktopRequests, Notice, NoticeRequests } from './contract/desktop.ts'
import type { Directory, DirectoryRequests } from './contract/directory.ts'
import type { Doors, DoorsRequests } from './contract/doors.ts'
import type { HistoryRequests, HistoryState } from './contract/history.ts'
import type { Levels, Line, LineCommand, LineRequests, LineWanted } from './contract/line.ts'
import type { PhonePictureRequests, PictureRequests, PictureSignal } from './contract/picture.ts'
import type { Pop, PopRequests } from './contract/pop.ts'
import type { ProfileRequests, ProfileState } from './contract/profile.ts'
import type { Settings, SettingsRequests } from './contract/settings.ts'
import type { Team, TeamRequests } from './contract/team.ts'

export type * from './contract/agent.ts'
export type * from './contract/calls.ts'
export type * from './contract/chat-drafts.ts'
export type * from './contract/chat-emails.ts'
export type * from './contract/chat-files.ts'
export type * from './contract/chat-messages.ts'
export type * from './contract/chat-replies.ts'
export type * from './contract/chats.ts'
export type * from './contract/day.ts'
export type * from './contract/desktop.ts'
export type * from './contract/directory.ts'
export type * from './contract/doors.ts'
export type * from './contract/history.ts'
export type * from './contract/line.ts'
export type * from './contract/page.ts'
export type * from './contract/picture.ts'
export type * from './contract/pop.ts'
export type * from './contract/profile.ts'
export type * from './contract/settings.ts'
export type * from './contract/team.ts'
export type * from './contract/video.ts'

/** Everything a desk shows, whole. A desk that starts late, or again, asks once for it. */
export interface DeskState {
  readonly agent: Agent
  readonly calls: Calls
  readonly chats: Chats
  readonly uploads: readonly Upload[]
  readonly voiceMessage: VoiceMessage
  readonly replies: RepliesState
  readonly day: Day
  readonly directory: Directory
  readonly doors: Doors
  readonly history: HistoryState
  readonly team: Team
  readonly line: Line
  readonly pop: Pop
  readonly settings: Settings
  readonly profile: ProfileState
  readonly desktop: Desktop
  readonly notices: readonly Notice[]
}

/** What the desk asks and main answers. */
export interface DeskRequests
  extends AgentRequests,
    CallsRequests,
    ChatFilesRequests,
    ChatsRequests,
    DesktopRequests,
    DirectoryRequests,
    DoorsRequests,
    DraftsRequests,
    EmailsRequests,
    HistoryRequests,
    NoticeRequests,
    PictureRequests,
    PopRequests,
    ProfileRequests,
    RepliesRequests,
    SettingsRequests,
    TeamRequests {
  'desk.current': (input: undefined) => DeskState
}

/** What main tells the desk: one event for each key of `DeskState`, carrying the whole new value, never a delta. */
export type DeskEvents = { readonly [K in keyof DeskState as `${K}.changed`]: DeskState[K] } & {
  /** About ten times a second while a call talks. */
  readonly 'line.levels': Levels
  /** Each new or changed message whole, about once a frame; merged by `id`, ordered by `place`. */
  readonly 'chats.messages': readonly ChatMessage[]
  /** The agent has answered this chat from outside the desk, or wants to see it. */
  readonly 'chats.show': string
  /** The phone window's offer of the pictures that are wanted. */
  readonly 'picture.fromPhone': PictureSignal
}

/** What the phone window asks: where it stands, and the secret for one registration. */
export type PhoneRequests = LineRequests & PhonePictureRequests & VoiceRequests

export interface PhoneEvents {
  /** What the phone window is to do and to be, whole; sent again whenever any of it changes. */
  readonly 'line.wanted': LineWanted
  /** One thing to do once. */
  readonly 'line.command': LineCommand
  readonly 'picture.fromDesk': PictureSignal
}

/** What the alert window shows. It asks for the same verbs as the desk and nothing else. */
export interface AlertState {
  readonly calls: Calls
  /** Only those that ring matter. */
  readonly chats: Chats
  /** Of the profile; null without one. */
  readonly country: string | null
  readonly settings: Settings
}

export interface AlertRequests
  extends Pick<CallsRequests, 'calls.answer' | 'calls.decline'>,
    Pick<ChatsRequests, 'chats.answer' | 'chats.decline'> {
  'alert.current': (input: undefined) => AlertState
  /** Brings the desk to the front. */
  'alert.openDesk': (input: undefined) => void
  /** The alert has painted this ringing call (for `event_to_alert_ms`). */
  'alert.painted': (input: { readonly callId: string }) => void
}

export type AlertEvents = { readonly [K in keyof AlertState as `${K}.changed`]: AlertState[K] }

/** What the window of the customer's pages shows, on a second screen: the desk's pane of them, and nothing of calls. */
export interface PagesState {
  readonly pop: Pop
  readonly settings: Settings
}

export interface PagesRequests extends PopRequests {
  'pages.current': (input: undefined) => PagesState
}

export type PagesEvents = { readonly [K in keyof PagesState as `${K}.changed`]: PagesState[K] }

/** Each kind of window, with its slice of the door. */
export interface Windows {
  desk: { requests: DeskRequests; events: DeskEvents }
  phone: { requests: PhoneRequests; events: PhoneEvents }
  alert: { requests: AlertRequests; events: AlertEvents }
  pages: { requests: PagesRequests; events: PagesEvents }
}

export type WindowKind = keyof Windows
export type RequestName<W extends WindowKind> = keyof Windows[W]['requests'] & string
export type EventName<W extends WindowKind> = keyof Windows[W]['events'] & string
type Request<W extends WindowKind, N extends RequestName<W>> = Windows[W]['requests'][N] extends (
  input: infer I,
) => infer O
  ? { input: I; output: O }
  : never
export type Input<W extends WindowKind, N extends RequestName<W>> = Request<W, N>['input']
export type Output<W extends WindowKind, N extends RequestName<W>> = Request<W, N>['output']

/** What a preload puts on `window.bridge`. */
export interface Bridge<W extends WindowKind> {
  request<N extends RequestName<W>>(name: N, input: Input<W, N>): Promise<Awaited<Output<W, N>>>
  subscribe<N extends EventName<W>>(name: N, listener: (value: Windows[W]['events'][N]) => void): () => void
}
