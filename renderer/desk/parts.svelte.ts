import { Presence } from './agent/presence.svelte.ts'
import { CallVerbs } from './calls/call-verbs.svelte.ts'
import { Dialling, type DialSite } from './calls/dial/dialling.svelte.ts'
import { targetsOf } from './calls/handover/find-targets.ts'
import { Handover } from './calls/handover/handover.svelte.ts'
import { Keystrokes } from './calls/keypad/keystrokes.svelte.ts'
import { VideoDesk } from './calls/video/video-desk.svelte.ts'
import { ChatVerbs } from './chats/control/chat-verbs.svelte.ts'
import { Colleague } from './chats/control/colleague.svelte.ts'
import { ChatTransfer } from './chats/control/transfer/chat-transfer.svelte.ts'
import { WorkList } from './chats/list/work-list.svelte.ts'
import type { Desk } from './desk.svelte.ts'
import { ContactDesk } from './directory/contact/contact-desk.svelte.ts'
import { DirectoryList } from './directory/list/directory-list.svelte.ts'
import { PastCalls } from './history/past-calls.svelte.ts'
import { PopScreen } from './pop/pop-screen.svelte.ts'
import type { PopTools } from './pop/pop-tools.ts'
import { Screen } from './screen.svelte.ts'
import { SignIn } from './sign-in/sign-in.svelte.ts'
import { TeamBoard } from './team/board/team-board.svelte.ts'
import { MessageDraft } from './team/messages/draft.svelte.ts'
import { TeamVerbs } from './team/team-verbs.svelte.ts'
import { ChatPaneLoader } from './workplace/chat/chat-pane-loader.svelte.ts'
import { PaneLoader } from './workplace/pane-loader.svelte.ts'

type VideoScript = typeof import('./calls/video/video-pane.ts')
type PagesScript = typeof import('./pop/pop-pane.ts')

/** The desk's own state, made once in the entry and handed down. */
export interface Parts {
  readonly desk: Desk
  readonly screen: Screen
  /** Calls and chats, as the work list shows them. */
  readonly work: WorkList
  readonly presence: Presence
  readonly verbs: CallVerbs
  readonly chatVerbs: ChatVerbs
  readonly chatTransfer: ChatTransfer
  readonly colleague: Colleague
  readonly chatPane: ChatPaneLoader
  readonly video: VideoDesk
  readonly videoPane: PaneLoader<VideoScript>
  readonly keystrokes: Keystrokes
  readonly handover: Handover
  readonly dialling: Dialling
  readonly directory: DirectoryList
  readonly contacts: ContactDesk
  readonly pastCalls: PastCalls
  /** The customer's pages. */
  readonly pages: PopTools
  readonly pagesPane: PaneLoader<PagesScript>
  readonly board: TeamBoard
  readonly teamVerbs: TeamVerbs
  readonly messageDraft: MessageDraft
  readonly signIn: SignIn
}

export function createParts(desk: Desk): Parts {
  const screen = new Screen(desk)
  const verbs = new CallVerbs(desk.bridge, ({ id }) => screen.select({ kind: 'call', id }))
  const showChat = (id: string) => screen.select({ kind: 'chat', id })
  desk.bridge.subscribe('chats.show', showChat)
  return {
    desk,
    screen,
    work: new WorkList(workOf(desk, screen)),
    chatPane: new ChatPaneLoader(desk.bridge),
    chatVerbs: new ChatVerbs(desk.bridge, showChat),
    colleague: new Colleague({ bridge: desk.bridge, onopen: showChat }),
    chatTransfer: new ChatTransfer(desk, targetsOf(desk)),
    presence: new Presence(desk),
    verbs,
    video: new VideoDesk(desk.bridge, verbs),
    videoPane: new PaneLoader(() => import('./calls/video/video-pane.ts')),
    keystrokes: new Keystrokes(desk.bridge),
    handover: new Handover(desk, targetsOf(desk)),
    dialling: new Dialling(desk.bridge, dialSiteOf(desk)),
    directory: new DirectoryList(desk.bridge),
    contacts: new ContactDesk(desk.bridge),
    pastCalls: new PastCalls(desk.bridge),
    pages: pagesOf(desk, screen),
    pagesPane: new PaneLoader(() => import('./pop/pop-pane.ts')),
    board: new TeamBoard(desk),
    teamVerbs: new TeamVerbs(desk),
    messageDraft: new MessageDraft(desk.bridge),
    signIn: new SignIn(desk),
  }
}

function workOf(desk: Desk, screen: Screen): ConstructorParameters<typeof WorkList>[0] {
  return {
    get calls() {
      return screen.workList
    },
    get chats() {
      return desk.chats.list
    },
    get selected() {
      return screen.chat?.id ?? null
    },
  }
}

function pagesOf(desk: Desk, screen: Screen): PopTools {
  return {
    get pop() {
      return desk.pop
    },
    get subject() {
      return screen.followed
    },
    ask: (name, input) => desk.bridge.request(name, input),
    screen: new PopScreen(),
  }
}

function dialSiteOf(desk: Desk): DialSite {
  return {
    get history() {
      return desk.history.revision
    },
    get callOut() {
      return desk.team.rights.callOut
    },
    /** Another phone than Earshot's own has no camera of ours. */
    get video() {
      const own = desk.agent.status === 'signed-in' && desk.agent.phone === 'softphone'
      return own && desk.profile.current?.video === true
    },
  }
}
