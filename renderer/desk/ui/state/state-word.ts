import { m } from '../../messages/compiled/messages.js'
import type { ShownState } from './shown-state.ts'

/** The word that stands beside a state's colour and shape, for the agent and for everybody else. */
export function stateWord(state: ShownState): string {
  const words: { readonly [S in ShownState]: () => string } = {
    idle: m.state_idle,
    busy: m.state_busy,
    rest: m.state_rest,
    'wrap-up': m.state_wrap_up,
    talking: m.state_talking,
    ringing: m.state_ringing,
    offline: m.state_offline,
  }
  return words[state]()
}
