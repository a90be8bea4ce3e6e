import type { Reason, SignedInAgent } from '#contract'
import { named } from '../keys/named.ts'
import type { Command } from '../keys/palette.ts'
import { m } from '../messages/compiled/messages.js'
import { inBoth } from '../messages/in-both.ts'
import { reasonName, restMinutes } from '../ui/state/rest.ts'
import { busyChoices, moreMinutes } from './choices.ts'
import type { Presence } from './presence.svelte.ts'

/** What the agent can be at, and everything about it, for the palette. */
export function stateCommands(presence: Presence, agent: SignedInAgent, text: string): readonly Command[] {
  const plain = [
    named(m.go_idle, { id: 'idle', key: 'go-idle', run: () => presence.goTo({ state: 'idle' }) }),
    named(m.go_busy, { id: 'busy', key: 'go-busy', run: () => presence.goTo({ state: 'busy' }) }),
  ]
  const signOut = named(m.sign_out, { id: 'sign-out', run: () => presence.signOut() })
  if (agent.gateway.status === 'none') return [...plain, signOut]
  return [
    ...timeCommands(presence, agent),
    ...plain,
    ...restCommands(presence, text),
    named(m.go_wrap_up, { id: 'wrap-up', run: () => presence.goTo({ state: 'wrap-up' }) }),
    signOut,
    ...habitCommands(presence, agent),
    ...reasonCommands(presence, agent),
  ]
}

/** What is running out, or was asked for. */
function timeCommands(presence: Presence, { state, askedRest }: SignedInAgent): readonly Command[] {
  const commands: Command[] = []
  if (state.next || (askedRest && state.name !== 'rest'))
    commands.push(named(m.agent_take_back, { id: 'take-back-state', run: () => presence.withdraw() }))
  if (state.until === undefined) return commands
  if (state.name === 'wrap-up')
    commands.push(named(m.agent_extend_wrap_up_command, { id: 'extend', run: () => presence.extend(1) }))
  else
    for (const minutes of moreMinutes)
      commands.push({
        id: `extend-${minutes}`,
        title: m.agent_extend_rest({ minutes }),
        words: inBoth((options) => m.agent_extend_rest({ minutes }, options)),
        run: () => presence.extend(minutes),
      })
  return commands
}

/** The usual lengths, and whatever number is typed: "rest 25". */
function restCommands(presence: Presence, text: string): readonly Command[] {
  const typed = Number(/(?:^|\D)(\d{1,3})(?:\D|$)/.exec(text)?.[1] ?? 0)
  const other = typed > 0 && typed < 1_440 && !restMinutes.includes(typed)
  return [...restMinutes, ...(other ? [typed] : [])].map((minutes) => ({
    id: `rest-${minutes}`,
    title: m.go_rest_minutes({ minutes }),
    words: inBoth((options) => m.go_rest_minutes({ minutes }, options)),
    run: () => presence.rest(minutes),
  }))
}

function habitCommands(presence: Presence, { autoAnswer, autoIdle }: SignedInAgent): readonly Command[] {
  const answer = autoAnswer ? m.agent_auto_answer_off : m.agent_auto_answer_on
  const idle = autoIdle ? m.agent_auto_idle_off : m.agent_auto_idle_on
  return [
    named(m.agent_skills_change, { id: 'skills', run: () => presence.openSkills() }),
    named(answer, { id: 'auto-answer', run: () => presence.setHabit('autoAnswer', !autoAnswer) }),
    named(idle, { id: 'auto-idle', run: () => presence.setHabit('autoIdle', !autoIdle) }),
  ]
}

/** Found by their names only, among everything else. */
function reasonCommands(presence: Presence, agent: SignedInAgent): readonly Command[] {
  const busy = busyCommands(presence, agent).map((command) => ({ ...command, onlyFound: true }))
  return [...busy, ...agent.reasons.rest.flatMap((reason) => restsFor(presence, reason))]
}

export function busyCommands(presence: Presence, { reasons }: SignedInAgent): readonly Command[] {
  return busyChoices(reasons.busy).map(({ value, label, words }) => ({
    id: `busy-${value}`,
    title: m.agent_go_busy_named({ reason: label }),
    words: `${words} ${inBoth((options) => m.go_busy_reason({ reason: value }, options))}`,
    run: () => presence.goTo({ state: 'busy', reason: value }),
  }))
}

function restsFor(presence: Presence, reason: Reason): readonly Command[] {
  return restMinutes.map((minutes) => ({
    id: `rest-${minutes}-${reason.number}`,
    title: m.agent_go_rest_named({ minutes, reason: reasonName(reason) }),
    words: `${reason.name.en} ${reason.name['zh-CN']} ${inBoth((options) => m.go_rest_minutes({ minutes }, options))}`,
    onlyFound: true,
    run: () => presence.rest(minutes, reason.number),
  }))
}
