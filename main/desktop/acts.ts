import type { Call, Calls, CallVerb, Chat, DeclineMode, GoTo, HotkeyName } from '#contract'
import type { TrayAction } from './tray/tray-menu.ts'

/** What can be done from outside any window: the same acts that the desk asks for. */
export interface Acts {
  answer(callId: string): unknown
  decline(callId: string, mode: DeclineMode): unknown
  mute(callId: string, muted: boolean): unknown
  hold(callId: string): unknown
  retrieve(callId: string): unknown
  hangUp(callId: string): unknown
  /** Answered from outside, the chat is what the agent sees next. */
  answerChat(chatId: string): unknown
  declineChat(chatId: string): unknown
  showChat(chatId: string): unknown
  soundMessage(sound: 'message' | 'message-in-call'): unknown
  /** The number that is selected or was copied. */
  dialSelection(): unknown
  goTo(goTo: GoTo): unknown
  signOut(): unknown
}

/**
 * A hotkey acts on the call that can take it: what rings is answered, what is up is ended or muted. A call that is
 * held waits for a word of its own: whoever presses Hang up while another one rings does not mean the customer on hold.
 */
export function actByHotkey(name: HotkeyName, { list }: Calls, acts: Acts, chats: readonly Chat[] = []): void {
  const first = (verb: CallVerb): Call | undefined => list.find(({ verbs }) => verbs.includes(verb))
  if (name === 'dial') acts.dialSelection()
  if (name === 'mute') muteByHotkey(first('mute'), first('unmute'), acts)
  const ringing = first('answer')
  if (name === 'answer') answerByHotkey(ringing, chats, acts)
  const up = name === 'hangUp' ? callToEnd(list) : undefined
  if (up) acts.hangUp(up.id)
}

/** Somebody holds a receiver: a call that rings goes before a chat; of chats, the one that has rung longest. */
function answerByHotkey(ringing: Call | undefined, chats: readonly Chat[], acts: Acts): void {
  if (ringing) {
    acts.answer(ringing.id)
    return
  }
  const [oldest] = chats.filter(({ verbs }) => verbs.includes('answer')).sort((a, b) => a.startedAt - b.startedAt)
  if (oldest) acts.answerChat(oldest.id)
}

function callToEnd(list: readonly Call[]): Call | undefined {
  const live = list.filter(({ phase }) => phase.name !== 'ended')
  const up = live.find(({ verbs, phase }) => phase.name !== 'held' && verbs.includes('hang-up'))
  return up ?? (live.length === 1 ? live.find(({ verbs }) => verbs.includes('hang-up')) : undefined)
}

function muteByHotkey(open: Call | undefined, muted: Call | undefined, acts: Acts): void {
  if (open) acts.mute(open.id, true)
  else if (muted) acts.mute(muted.id, false)
}

export function actByTray(action: TrayAction, acts: Acts, app: { open(): void; quit(): void }): void {
  switch (action.verb) {
    case 'answer':
      acts.answer(action.callId)
      break
    case 'decline':
      acts.decline(action.callId, action.mode)
      break
    case 'mute':
    case 'unmute':
      acts.mute(action.callId, action.verb === 'mute')
      break
    case 'hold':
      acts.hold(action.callId)
      break
    case 'retrieve':
      acts.retrieve(action.callId)
      break
    case 'hang-up':
      acts.hangUp(action.callId)
      break
    case 'answer-chat':
    case 'decline-chat':
    case 'show-chat':
      actOnChat(action, acts)
      break
    case 'go-to':
      acts.goTo(action.goTo)
      break
    case 'sign-out':
      acts.signOut()
      break
    case 'open':
      app.open()
      break
    case 'quit':
      app.quit()
      break
  }
}

type ChatAction = Extract<TrayAction, { readonly chatId: string }>

function actOnChat({ verb, chatId }: ChatAction, acts: Acts): void {
  if (verb === 'answer-chat') acts.answerChat(chatId)
  else if (verb === 'decline-chat') acts.declineChat(chatId)
  else acts.showChat(chatId)
}
