import { beforeEach, expect, test, vi } from 'vitest'
import type { Call, Calls, Day } from '#contract'
import { createAgentDay, type KeptDays } from '#main/agent/day/keep-day.ts'
import { signedInAgent } from '#support/agent.ts'

const morning = new Date(2026, 10, 22, 9).getTime()
const minute = 60_000

beforeEach(() => {
  vi.useFakeTimers({ now: morning })
})

function open(kept: { days: KeptDays } = { days: { days: {} } }) {
  const told: Day[] = []
  const day = createAgentDay({
    store: {
      current: () => kept.days,
      change: (next) => {
        kept.days = next
      },
    },
    markOf: (workNumber) => `mark ${workNumber.length}${workNumber.at(-1)}`,
    publish: (now) => told.push(now),
    now: Date.now,
  })
  return { day, told, kept }
}

const signedIn = signedInAgent({ state: { name: 'idle', since: 0 } })
const signedOut = { status: 'signed-out', why: 'asked' } as const

function talking(id: string): Calls {
  const call = { id, talkingSince: Date.now(), phase: { name: 'talking', since: Date.now(), muted: false } }
  return { list: [call as Call], missed: [] }
}

test('a day survives a restart', () => {
  const { day, kept } = open()
  day.agentChanged(signedIn)
  vi.advanceTimersByTime(minute)
  day.agentChanged(signedOut)

  const again = open(kept).day
  again.agentChanged(signedIn)

  expect(again.current().states.idle).toBe(minute)
})

test('the day kept names no one', () => {
  const { day, kept } = open()
  day.agentChanged(signedIn)
  day.callsChanged(talking('c1'))

  expect(JSON.stringify(kept.days)).not.toMatch(/6002|67470002|c1/)
})

test('two agents of one machine have a day each', () => {
  const { day } = open()
  day.agentChanged(signedIn)
  day.callsChanged(talking('c1'))
  day.agentChanged(signedOut)

  day.agentChanged(signedInAgent({ workNumber: '6003' }))
  expect(day.current().calls).toBe(0)

  day.agentChanged(signedOut)
  day.agentChanged(signedIn)
  expect(day.current().calls).toBe(1)
})

test('a call counts once, and a missed one as missed', () => {
  const { day } = open()
  day.agentChanged(signedIn)
  day.callsChanged(talking('c1'))
  day.callsChanged(talking('c1'))
  day.callsChanged({
    list: [],
    missed: [{ id: 'm1', number: '1', at: Date.now(), reason: 'not-answered', seen: false }],
  })

  expect(day.current()).toMatchObject({ calls: 1, missed: 1, talkingSince: null })
})

test('an agent who works through midnight sees the new day begin', () => {
  const { day, told } = open()
  day.agentChanged(signedIn)

  vi.advanceTimersByTime(15 * 60 * minute + 1)

  expect(told.at(-1)).toMatchObject({ date: '2026-11-23', states: { idle: 0 } })
})

test('yesterday is not kept', () => {
  const { day, kept } = open()
  day.agentChanged(signedIn)
  day.agentChanged(signedOut)
  vi.advanceTimersByTime(24 * 60 * minute)

  day.agentChanged(signedInAgent({ workNumber: '6003' }))

  expect(Object.values(kept.days.days).map(({ date }) => date)).toEqual(['2026-11-23'])
})
