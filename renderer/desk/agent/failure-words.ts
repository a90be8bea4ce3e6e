import { m } from '../messages/compiled/messages.js'
import { stateWord } from '../ui/state/state-word.ts'
import type { Wish } from './presence.svelte.ts'

const others: { readonly [W in Wish]?: () => string } = {
  'sign-out': m.sign_out_failed,
  extend: m.agent_extend_failed,
  withdraw: m.agent_withdraw_failed,
  skills: m.agent_skills_failed,
  habit: m.agent_habit_failed,
}

export function failureWord(wanted: Wish): string {
  const other = others[wanted]
  return other ? other() : m.state_change_failed({ state: stateWord(wanted as 'idle') })
}
