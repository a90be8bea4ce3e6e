import type { Time } from '#contract'
import type { PopMoment, SitePage } from '../site-page.ts'
import { AWAITED_MS, type PopState } from '../state.ts'
import { keyOf, type Subject } from '../subjects.ts'
import { valuesNamed } from '../template.ts'
import { isWanted, momentsOf } from '../wanted.ts'
import { open } from './opening.ts'
import { ownTab } from './tabs.ts'

/** Opens what the site wants for this call or chat now. */
export function pop(state: PopState, about: Subject, at: Time, more: readonly PopMoment[] = []): PopState {
  if (state.agent === null) return state
  const moments = [...momentsOf(about), ...more]
  return state.pages.reduce((next, page) => {
    const due = page.when.some((moment) => moments.includes(moment)) || next.waits.has(keyWith(page, about))
    return due && isWanted(page, about) ? popPage(next, page, about, at) : next
  }, state)
}

function popPage(state: PopState, page: SitePage, about: Subject, at: Time): PopState {
  const key = keyWith(page, about)
  if (state.settled.has(key)) return state
  if (valuesNamed(page).some((value) => about.awaited.includes(value))) {
    const until = state.waits.get(key) ?? at + AWAITED_MS
    if (at < until) return state.waits.has(key) ? state : { ...state, waits: new Map(state.waits).set(key, until) }
  }
  const settled = { ...state, settled: new Set(state.settled).add(key), waits: without(state.waits, key) }
  return ownTab(state, page.name, about.subject) ? settled : open(settled, page, about)
}

/** It comes again after it was over: whatever of it has been closed may be opened once more. */
export function anew(state: PopState, about: Subject): PopState {
  const settled = new Set(state.settled)
  for (const page of state.pages) if (!ownTab(state, page.name, about.subject)) settled.delete(keyWith(page, about))
  return { ...state, settled }
}

/** When `time` must be told next, or null when nothing waits. */
export function nextDeadline({ waits }: PopState): Time | null {
  return waits.size === 0 ? null : Math.min(...waits.values())
}

/** A call that was forgotten waits for nothing, and may be opened as if it were new. */
export function forget(state: PopState, gone: readonly Subject[]): PopState {
  if (gone.length === 0) return state
  const keys = new Set(gone.flatMap((about) => state.pages.map((page) => keyWith(page, about))))
  const settled = new Set([...state.settled].filter((key) => !keys.has(key)))
  return { ...state, settled, waits: new Map([...state.waits].filter(([key]) => !keys.has(key))) }
}

/** No id of a call has a space in it, whatever a page is called. */
function keyWith({ name }: SitePage, { subject }: Subject): string {
  return `${keyOf(subject)} ${name}`
}

function without(waits: PopState['waits'], key: string): PopState['waits'] {
  if (!waits.has(key)) return waits
  return new Map([...waits].filter(([one]) => one !== key))
}
