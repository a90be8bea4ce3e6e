import type { PopAnswer, PopDownload, PopQuestion, PopTab } from '#contract'
import { changeTab, MOST_DOWNLOADS, MOST_QUESTIONS, ordered, type PopState, tabNamed } from '../state.ts'
import type { ViewFact } from '../views.ts'
import { addTab, isFull, removeTab, show } from './tabs.ts'

const LONGEST_TITLE = 200

/** What a view tells of itself; one that is closed has nothing to say any more. */
export function hearFact(state: PopState, id: string, fact: ViewFact): PopState {
  const tab = tabNamed(state, id)
  if (!tab) return state
  switch (fact.type) {
    case 'seen':
      return changeTab(state, id, (one) => see(one, fact.tab))
    case 'state':
      return changeTab(state, id, (one) => ({ ...one, state: fact.state }))
    case 'opened':
      return openWindow(state, tab, fact.tab)
    case 'window-refused':
      return changeTab(state, id, (one) => ({ ...one, windowsRefused: one.windowsRefused + 1 }))
    case 'asks':
      return ask(state, { ...fact.question, tab: id })
    case 'asks-no-more':
      return { ...state, questions: state.questions.filter((question) => question.id !== fact.id) }
    case 'download':
      return keepDownload(state, { ...fact.download, tab: id })
    case 'calls-out':
      return callOut(state, tab, fact)
    case 'turns':
      return turn(state, tab, fact.to)
    case 'closed':
      return removeTab(state, id)
  }
}

function see(tab: PopTab, seen: Extract<ViewFact, { type: 'seen' }>['tab']): PopTab {
  return { ...tab, ...seen, title: (seen.title ?? tab.title).slice(0, LONGEST_TITLE) }
}

/** As in a browser, it comes to the front if the page that opened it is there. */
function openWindow(state: PopState, opener: PopTab, id: string): PopState {
  if (tabNamed(state, id)) return state
  if (isFull(state)) {
    const refused = changeTab(state, opener.id, (one) => ({ ...one, windowsRefused: one.windowsRefused + 1 }))
    return ordered(refused, { do: 'close', tab: id })
  }
  const { page, subject } = opener
  const opened = addTab(state, { id, page, opener: opener.id, subject, host: '', secure: false })
  return state.shown === opener.id ? show(opened, id) : opened
}

/** The tab beside it, round and round. */
function turn(state: PopState, tab: PopTab, to: 'next' | 'previous'): PopState {
  const place = state.tabs.findIndex(({ id }) => id === tab.id) + (to === 'next' ? 1 : -1)
  const other = state.tabs.at(place % state.tabs.length)
  return other ? show(state, other.id) : state
}

function ask(state: PopState, question: PopQuestion): PopState {
  const others = state.questions.filter(({ id }) => id !== question.id)
  const ofTab = others.filter(({ tab }) => tab === question.tab)
  if (ofTab.length >= MOST_QUESTIONS) return ordered(state, { do: 'answer', question, answer: noTo(question) })
  const asked = { ...state, questions: [...others, question] }
  // The agent has just closed it, and sees nothing of the question but in its own place.
  return question.kind === 'leave' && question.closing ? show(asked, question.tab) : asked
}

function noTo({ kind }: PopQuestion): PopAnswer {
  switch (kind) {
    case 'dialog':
    case 'leave':
    case 'permission':
      return { kind, ok: false }
    case 'sign-in':
      return { kind, user: null, password: '' }
    case 'certificate':
      return { kind, choice: null }
    case 'download':
      return { kind, to: 'nowhere' }
  }
}

/** An answer to another kind of question, or a choice that was not offered, is none. */
export function answer(state: PopState, id: string, given: PopAnswer): PopState {
  const question = state.questions.find((one) => one.id === id)
  if (!question || question.kind !== given.kind || !isOffered(question, given)) return state
  const questions = state.questions.filter((one) => one !== question)
  return ordered({ ...state, questions }, { do: 'answer', question, answer: given })
}

function isOffered(question: PopQuestion, given: PopAnswer): boolean {
  if (question.kind !== 'certificate' || given.kind !== 'certificate') return true
  return given.choice === null || given.choice < question.choices.length
}

function keepDownload(state: PopState, download: PopDownload): PopState {
  const isKnown = state.downloads.some(({ id }) => id === download.id)
  if (isKnown) return { ...state, downloads: state.downloads.map((one) => (one.id === download.id ? download : one)) }
  const ended = state.downloads.find((one) => one.state !== 'going')
  const isFull = state.downloads.length >= MOST_DOWNLOADS
  if (isFull && !ended) return ordered(state, { do: 'cancel-download', id: download.id })
  const kept = isFull ? state.downloads.filter((one) => one !== ended) : state.downloads
  return { ...state, downloads: [...kept, download] }
}

function callOut(state: PopState, tab: PopTab, fact: Extract<ViewFact, { type: 'calls-out' }>): PopState {
  const page = state.pages.find(({ name }) => name === tab.page)
  if (!page) return state
  const { number, mode, clicked } = fact
  const { name, dial } = page
  return ordered(state, { do: 'call-out', wish: { page: name, dial, number, video: mode === 'video', clicked } })
}
