import type { CallVerb, LineFact } from '#contract'
import { byDialogId, change, changeDialog, isPending, settle } from '../rules/edit.ts'
import type { CallsState, Dialog, LiveCall } from '../state.ts'
import { withoutConsent } from './consent.ts'

type VideoFact = Extract<LineFact, { type: 'video' | 'video-asked' | 'sending' }>

const NO_VIDEO: NonNullable<Dialog['video']> = { sends: false, receives: false, source: 'off', asked: false }

/** What SIP and the camera say of a dialog's picture. */
export function applyVideoFact(state: CallsState, fact: VideoFact): CallsState {
  const next = changeDialog(state, fact.dialogId, (dialog) => ({
    ...dialog,
    video: { ...NO_VIDEO, ...dialog.video, ...changeOf(fact) },
  }))
  const call = callOn(next, fact.dialogId)
  if (!call || fact.type === 'video-asked') return next
  return change(next, call.id, () => (fact.type === 'video' ? agree(next, call, fact) : show(call, fact.source)))
}

function changeOf(fact: VideoFact): Partial<NonNullable<Dialog['video']>> {
  switch (fact.type) {
    case 'video':
      return { sends: fact.sends, receives: fact.receives, ...((fact.sends || fact.receives) && { asked: false }) }
    case 'video-asked':
      return { asked: fact.asked }
    case 'sending':
      return { source: fact.source }
  }
}

/** The dialog's own call, or the one that talks over the platform's leg. */
export function callOn(state: CallsState, dialogId: string): LiveCall | undefined {
  return (
    byDialogId(state, dialogId) ??
    state.calls.find(({ phase, dialogId: own }) => phase.name === 'talking' && own === undefined)
  )
}

/** Video that the far side has taken away is not to come back by itself; on hold it only waits. */
function agree(
  state: CallsState,
  call: LiveCall,
  { dialogId, sends, receives }: VideoFact & { type: 'video' },
): LiveCall {
  const settled = settle(call, sends || receives ? 'start-video' : 'stop-video')
  if (sends || receives) return withoutFailure(settled)
  const held = state.dialogs.find(({ id }) => id === dialogId)?.held
  const waits = held || call.heldByFarSide || call.phase.name === 'held' || isPending(call, 'hold')
  return waits ? settled : withoutConsent(settle(settled, 'share-screen', 'stop-sharing'))
}

function show(call: LiveCall, source: 'off' | 'camera' | 'screen'): LiveCall {
  return settle(call, source === 'screen' ? 'share-screen' : 'stop-sharing')
}

function withoutFailure({ failure, ...call }: LiveCall): LiveCall {
  return failure && failure.verb !== 'start-video' ? { ...call, failure } : call
}

const PENDING: { readonly video: readonly CallVerb[]; readonly share: readonly CallVerb[] } = {
  video: ['start-video', 'stop-video'],
  share: ['share-screen', 'stop-sharing'],
}

/** The line could not do it: the camera stays as closed as it is. */
export function failVideo(state: CallsState, dialogId: string, verb: 'video' | 'share'): CallsState {
  const call = callOn(state, dialogId)
  if (!call) return state
  const failed = call.asked.findLast((asked) => PENDING[verb].includes(asked.verb))?.verb ?? PENDING[verb][0]
  if (!failed) return state
  const settled = settle(call, failed)
  const failure = { verb: failed, reason: 'refused' }
  return change(state, call.id, () => ({ ...(failed === 'start-video' ? withoutConsent(settled) : settled), failure }))
}
