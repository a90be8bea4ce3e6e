import type { AgentStateName, Day, Time } from '#contract'

export type DayEvent =
  /** Null: signed out. */
  | { readonly type: 'state'; readonly state: AgentStateName | null; readonly at: Time }
  /** Whether any call talks. */
  | { readonly type: 'talking'; readonly on: boolean; readonly at: Time }
  | { readonly type: 'call-taken'; readonly at: Time }
  | { readonly type: 'call-missed'; readonly at: Time }
  /** Nothing happened but the time. */
  | { readonly type: 'time'; readonly at: Time }

const NOTHING: Day['states'] = { idle: 0, busy: 0, rest: 0, 'wrap-up': 0, talking: 0 }

export function dateOf(at: Time): string {
  const day = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

export function newDay(at: Time): Day {
  return {
    date: dateOf(at),
    firstSignInAt: null,
    calls: 0,
    missed: 0,
    talkMs: 0,
    talkingSince: null,
    states: NOTHING,
    current: null,
  }
}

/** The agent's own day so far; at local midnight another begins, with what goes on going on. */
export function advanceDay(before: Day, event: DayEvent): Day {
  const day = inDayOf(before, event.at)
  switch (event.type) {
    case 'state':
      return enterState(day, event.state, event.at)
    case 'talking':
      return talk(day, event.on, event.at)
    case 'call-taken':
      return { ...day, calls: day.calls + 1 }
    case 'call-missed':
      return { ...day, missed: day.missed + 1 }
    case 'time':
      return day
  }
}

/** As it is kept: everything counted, nothing going on, so that a crash costs what came after the last event. */
export function closed(day: Day, at: Time): Day {
  return enterState(talk(day, false, at), null, at)
}

function inDayOf(day: Day, at: Time): Day {
  const date = dateOf(at)
  // A clock that was set back does not bring yesterday back.
  if (date <= day.date) return day
  const midnight = new Date(at).setHours(0, 0, 0, 0)
  const { current, talkingSince } = day
  return {
    ...newDay(at),
    firstSignInAt: current && midnight,
    current: current && { state: current.state, since: midnight },
    talkingSince: talkingSince && midnight,
  }
}

function enterState(day: Day, state: AgentStateName | null, at: Time): Day {
  const { current } = day
  if (current?.state === state || (current === null && state === null)) return day
  const states = current
    ? { ...day.states, [current.state]: day.states[current.state] + lasted(current.since, at) }
    : day.states
  const firstSignInAt = day.firstSignInAt ?? (state === null ? null : at)
  return { ...day, states, firstSignInAt, current: state === null ? null : { state, since: at } }
}

function talk(day: Day, on: boolean, at: Time): Day {
  const since = day.talkingSince
  if (on === (since !== null)) return day
  if (since === null) return { ...day, talkingSince: at }
  return { ...day, talkMs: day.talkMs + lasted(since, at), talkingSince: null }
}

function lasted(since: Time, at: Time): number {
  return Math.max(0, at - since)
}
