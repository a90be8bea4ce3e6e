import type { CallsEvent } from '../event.ts'
import { change, changeDialog, settle } from '../rules/edit.ts'
import type { CallsState, LiveCall } from '../state.ts'
import { legOf } from './leg.ts'

type Decision = Extract<CallsEvent, { type: 'video-wanted' | 'video-settled' | 'layout' }>

/** What the agent decided of a call's picture that nobody else has to agree to. */
export function decideVideo(state: CallsState, call: LiveCall, event: Decision): CallsState {
  switch (event.type) {
    case 'video-wanted': {
      // The answer of a call of the line takes the video along; the platform's leg was answered before.
      const videoWanted = call.dialogId === undefined ? 'once-talking' : 'now'
      return change(state, call.id, () => ({ ...call, videoWanted }))
    }
    case 'layout':
      return change(state, call.id, () => ({ ...call, layout: event.layout }))
    case 'video-settled': {
      const leg = legOf(state, call)
      const next = change(state, call.id, () => settle(call, event.verb))
      return leg ? changeDialog(next, leg.id, (dialog) => withoutAsking(dialog)) : next
    }
  }
}

function withoutAsking(dialog: CallsState['dialogs'][number]): CallsState['dialogs'][number] {
  return dialog.video ? { ...dialog, video: { ...dialog.video, asked: false } } : dialog
}
