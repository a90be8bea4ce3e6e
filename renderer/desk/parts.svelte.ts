import { Presence } from './agent/presence.svelte.ts'
import { CallVerbs } from './calls/call-verbs.svelte.ts'
import { Dialling } from './calls/dial/dialling.svelte.ts'
import { targetsOf } from './calls/handover/find-targets.ts'
import { Handover } from './calls/handover/handover.svelte.ts'
import { Keystrokes } from './calls/keypad/keystrokes.svelte.ts'
import type { Desk } from './desk.svelte.ts'
import { ContactDesk } from './directory/contact/contact-desk.svelte.ts'
import { DirectoryList } from './directory/list/directory-list.svelte.ts'
import { PastCalls } from './history/past-calls.svelte.ts'
import { Screen } from './screen.svelte.ts'
import { SignIn } from './sign-in/sign-in.svelte.ts'
import { TeamBoard } from './team/board/team-board.svelte.ts'
import { MessageDraft } from './team/messages/draft.svelte.ts'
import { TeamVerbs } from './team/team-verbs.svelte.ts'

/** The desk's own state, made once in the entry and handed down. */
export interface Parts {
  readonly desk: Desk
  readonly screen: Screen
  readonly presence: Presence
  readonly verbs: CallVerbs
  readonly keystrokes: Keystrokes
  readonly handover: Handover
  readonly dialling: Dialling
  readonly directory: DirectoryList
  readonly contacts: ContactDesk
  readonly pastCalls: PastCalls
  readonly board: TeamBoard
  readonly teamVerbs: TeamVerbs
  readonly messageDraft: MessageDraft
  readonly signIn: SignIn
}

export function createParts(desk: Desk): Parts {
  return {
    desk,
    screen: new Screen(desk),
    presence: new Presence(desk),
    verbs: new CallVerbs(desk.bridge),
    keystrokes: new Keystrokes(desk.bridge),
    handover: new Handover(desk, targetsOf(desk)),
    dialling: new Dialling(desk.bridge, () => desk.team.rights.callOut),
    directory: new DirectoryList(desk.bridge),
    contacts: new ContactDesk(desk.bridge),
    pastCalls: new PastCalls(desk.bridge),
    board: new TeamBoard(desk),
    teamVerbs: new TeamVerbs(desk),
    messageDraft: new MessageDraft(desk.bridge),
    signIn: new SignIn(desk),
  }
}
