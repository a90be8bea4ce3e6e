import { platformLeg } from '../rules/edit.ts'
import type { CallsState, Dialog, LiveCall } from '../state.ts'

/** The dialog that carries this call's media: its own, or the platform's one leg. */
export function legOf(state: CallsState, call: LiveCall): Dialog | undefined {
  return call.dialogId === undefined ? platformLeg(state) : state.dialogs.find(({ id }) => id === call.dialogId)
}
