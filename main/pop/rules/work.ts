import type { PopSubject, PopTab, Time } from '#contract'
import { MOST_OVER, type PopState, tabNamed } from '../state.ts'
import { isSame, keyOf, type Subject } from '../subjects.ts'
import { anew, forget, pop } from './popping.ts'
import { isOf, show, subjectNamed, tabOf } from './tabs.ts'
import { tell, tellStage } from './telling.ts'

/** Calls and chats are other than they were. */
export function hearWork(before: PopState, now: readonly Subject[], at: Time): PopState {
  const here = new Map(now.map((about) => [keyOf(about.subject), about]))
  const left = before.subjects.filter(({ subject }) => !here.has(keyOf(subject))).map(over)
  const subjects = [...left, ...now]
  const known = forgetOld({ ...before, subjects })
  return subjects.reduce((state, about) => {
    const earlier = before.subjects.find((one) => isSame(one.subject, about.subject)) ?? null
    return earlier === about ? state : hearOne(state, earlier, about, at)
  }, known)
}

/** What is no longer on any list has ended while another one did. */
function over(about: Subject): Subject {
  return about.stage === 'over' ? about : { ...about, stage: 'over', front: false, awaited: [] }
}

function hearOne(state: PopState, earlier: Subject | null, about: Subject, at: Time): PopState {
  const again = earlier?.stage === 'over' && about.stage !== 'over'
  const next = tellStage(again ? anew(state, about) : state, earlier?.stage ?? null, about)
  const popped = markTabs(pop(next, about, at), about)
  const began = earlier?.stage !== 'talking' && about.stage === 'talking' && about.front
  return popped.tabs.length > state.tabs.length || began ? bringUp(popped, about) : popped
}

function markTabs(state: PopState, { subject, stage, person }: Subject): PopState {
  const isOver = stage === 'over'
  const differs = (tab: PopTab) => isOf(tab, subject) && (tab.over !== isOver || tab.person !== person)
  if (!state.tabs.some(differs)) return state
  return { ...state, tabs: state.tabs.map((tab) => (differs(tab) ? { ...tab, over: isOver, person } : tab)) }
}

/**
 * Its page comes to the front where the agent looks at it, or it is the call of the call bar: one that rings while
 * another talks is not. Otherwise the page that the agent works in stays.
 */
function bringUp(state: PopState, about: Subject): PopState {
  const tab = tabOf(state, about.subject)
  const shown = tabNamed(state, state.shown)
  if (!tab || (shown && isOf(shown, about.subject))) return state
  const isLeft = !shown || (state.followed === null && shown.over)
  return about.front || isLeft || isSame(state.followed, about.subject) ? show(state, tab.id) : state
}

/** The agent looks at this call or chat, or at none. */
export function follow(state: PopState, subject: PopSubject | null, at: Time): PopState {
  const followed = { ...state, followed: subject }
  const next = subject?.kind === 'chat' ? switchTo(followed, subject, at) : followed
  const tab = tabOf(next, subject)
  const shown = tabNamed(next, next.shown)
  return tab && subject && !(shown && isOf(shown, subject)) ? show(next, tab.id) : next
}

/** spec/media-and-services.md 5.3, `Switch`: another chat than the one before. */
function switchTo(state: PopState, subject: PopSubject, at: Time): PopState {
  const about = subjectNamed(state, subject)
  if (!about || isSame(state.lastChat, subject)) return state
  return pop(tell({ ...state, lastChat: subject }, 'Switch', about), about, at, ['chat-switch'])
}

/** What waits has what it waits for, or waits no longer. */
export function waited(state: PopState, at: Time): PopState {
  return state.subjects.reduce((next, about) => {
    const popped = pop(next, about, at)
    return popped.tabs.length > next.tabs.length ? bringUp(popped, about) : popped
  }, state)
}

function forgetOld(state: PopState): PopState {
  const idle = state.subjects.filter(
    ({ stage, subject }) => stage === 'over' && !state.tabs.some((tab) => isOf(tab, subject)),
  )
  const gone = idle.slice(0, Math.max(0, idle.length - MOST_OVER))
  if (gone.length === 0) return state
  return forget({ ...state, subjects: state.subjects.filter((about) => !gone.includes(about)) }, gone)
}
