import { expect, test } from 'vitest'
import type { Desktop, Line } from '#contract'
import { healthProblems } from '#renderer/desk/health/problems.ts'
import { agentIn, deskState, wellLine } from '#support/desk-preview/state.ts'

const { desktop } = deskState({ language: 'en', theme: 'light' })
const kinds = (line: Partial<Line>, more: Partial<Desktop> = {}, agent = agentIn({ name: 'idle' })) =>
  healthProblems(agent, { ...wellLine, ...line }, { ...desktop, ...more }).map(({ kind }) => kind)

test('all well says nothing', () => {
  expect(kinds({})).toEqual([])
})

test('the gateway comes before the line, the line before the microphone', () => {
  const agent = { ...agentIn({ name: 'idle' }), gateway: { status: 'reconnecting', since: 1, attempt: 1 } } as const

  expect(
    kinds(
      {
        registration: { status: 'failed', server: 's', reason: 'unreachable' },
        microphone: { status: 'missing', label: '' },
      },
      { failedAlerts: ['tray'] },
      agent,
    ),
  ).toEqual(['gateway-reconnecting', 'line-failed', 'microphone', 'alerts-failed'])
})

test('a phone window that is down explains a line that is', () => {
  expect(kinds({ phoneWindow: 'down', registration: { status: 'off' } })).toEqual(['phone-window-down'])
})

test('a line still connecting is told, as no call can come', () => {
  expect(kinds({ registration: { status: 'connecting', server: 's' } })).toEqual(['line-connecting'])
})

test('another phone has a line of its own, and of the gateway all is told', () => {
  const gateway = { status: 'reconnecting', since: 1, attempt: 1 } as const
  const agent = { ...agentIn({ name: 'idle' }), phone: 'other', gateway } as const
  const nothing = { registration: { status: 'off' }, microphone: { status: 'missing', label: '' } } as const

  expect(kinds(nothing, {}, agent)).toEqual(['gateway-reconnecting'])
})

test('a hotkey that another program has taken is told', () => {
  const hotkeys = { answer: 'proved', hangUp: 'taken', mute: 'off', dial: 'off' } as const

  expect(kinds({}, { hotkeys })).toEqual(['hotkeys-taken'])
})

test('a ring that fails is told once', () => {
  expect(kinds({ ring: 'failed' }, { failedAlerts: ['ring'] })).toEqual(['ring-failed'])
})
