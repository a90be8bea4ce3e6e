import type { Invitation, Session } from 'sip.js'
import type { LineFact } from '#contract'
import type { SessionDescription } from '../session-description.ts'
import { endCause } from './end-cause.ts'
import type { Conversation } from './inside/conversation.ts'

export type DialogFact = Extract<
  LineFact,
  {
    type:
      | 'invited'
      | 'dialling'
      | 'far-side-rings'
      | 'established'
      | 'ended'
      | 'hold'
      | 'held-by-far-side'
      | 'keys-sent'
      | 'transfer'
      | 'video'
      | 'video-asked'
  }
>

/** One dialog and what has been noticed about its end. */
export interface Dialog {
  readonly id: string
  readonly direction: 'incoming' | 'outgoing'
  readonly session: Session
  description: SessionDescription | null
  /** The agent wants video from the start. */
  video: boolean
  /** There from the moment it is established. */
  conversation: Conversation | null
  established: boolean
  ended: boolean
  weEnded: boolean
  cancelled: boolean
  farSideHungUp: boolean
  answer: { readonly code: number; readonly madeUp: boolean } | null
}

export function newDialog(id: string, direction: Dialog['direction'], session: Session): Dialog {
  const noticed = { established: false, ended: false, weEnded: false, cancelled: false, farSideHungUp: false }
  return { id, direction, session, description: null, video: false, conversation: null, ...noticed, answer: null }
}

export function isInvitation(session: Session): session is Invitation {
  return 'accept' in session
}

export function noteAnswer(dialog: Dialog, code: number | undefined, real: boolean): void {
  dialog.answer = { code: code ?? 0, madeUp: !real }
}

/** Why it is over, and with which answer if there was one. */
export function endFact(dialog: Dialog): Extract<DialogFact, { type: 'ended' }> {
  const { code, madeUp } = dialog.answer ?? {}
  const known = { ...(code === undefined ? {} : { code }), ...(madeUp === undefined ? {} : { madeUp }) }
  const fact = { type: 'ended', dialogId: dialog.id, cause: endCause({ ...dialog, ...known }) } as const
  return code === undefined || madeUp === true ? fact : { ...fact, code }
}
