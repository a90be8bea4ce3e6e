import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AgentStateName } from '#contract'
import { advanceDay, closed, type DayEvent, newDay } from '#main/agent/day/day.ts'

const morning = new Date(2026, 10, 22, 9).getTime()
const minute = 60_000

const enter = (state: AgentStateName | null, at: number): DayEvent => ({ type: 'state', state, at })
const talk = (on: boolean, at: number): DayEvent => ({ type: 'talking', on, at })
const after = (events: readonly DayEvent[]) => events.reduce(advanceDay, newDay(morning))

test('each state is counted from its beginning to its end', () => {
  const day = after([
    enter('busy', morning),
    enter('idle', morning + minute),
    enter('talking', morning + 3 * minute),
    enter(null, morning + 7 * minute),
  ])

  expect(day.states).toEqual({ busy: minute, idle: 2 * minute, talking: 4 * minute, rest: 0, 'wrap-up': 0 })
  expect(day).toMatchObject({ firstSignInAt: morning, current: null })
})

test('several sign-ins of a day add up, and the first one stands', () => {
  const day = after([
    enter('idle', morning),
    enter(null, morning + minute),
    enter('idle', morning + 60 * minute),
    enter(null, morning + 61 * minute),
  ])

  expect(day.states.idle).toBe(2 * minute)
  expect(day.firstSignInAt).toBe(morning)
})

test('talk time is the time in which a call talks, and what goes on is told by its beginning', () => {
  const day = after([
    talk(true, morning),
    talk(true, morning + 5),
    talk(false, morning + minute),
    talk(true, morning + 2 * minute),
  ])

  expect(day).toMatchObject({ talkMs: minute, talkingSince: morning + 2 * minute })
})

test('at midnight another day begins with what goes on', () => {
  const midnight = new Date(2026, 10, 23).getTime()
  const late = after([{ type: 'call-taken', at: morning }, enter('talking', morning), talk(true, morning)])

  const next = advanceDay(late, { type: 'time', at: midnight + minute })

  expect(next).toMatchObject({
    date: '2026-11-23',
    calls: 0,
    talkMs: 0,
    firstSignInAt: midnight,
    talkingSince: midnight,
    current: { state: 'talking', since: midnight },
  })
})

test('a day is kept with everything counted and nothing going on', () => {
  const day = after([enter('idle', morning), talk(true, morning)])

  expect(closed(day, morning + minute)).toMatchObject({
    talkMs: minute,
    states: { idle: minute },
    current: null,
    talkingSince: null,
  })
})

test('whatever the order, the states add up to the time signed in', () => {
  const states = fc.constantFrom('idle', 'busy', 'rest', 'wrap-up', 'talking', null)
  fc.assert(
    fc.property(fc.array(fc.tuple(states, fc.nat(minute)), { maxLength: 100 }), (steps) => {
      let at = morning
      let signedIn = 0
      let now: AgentStateName | null = null
      let day = newDay(at)
      for (const [state, ms] of steps) {
        if (now !== null) signedIn += ms
        at += ms
        day = advanceDay(day, enter(state, at))
        now = state
      }
      const counted = Object.values(closed(day, at).states).reduce((sum, ms) => sum + ms, 0)
      expect(counted).toBe(signedIn)
    }),
  )
})
