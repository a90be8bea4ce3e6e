import { describe, expect, test } from 'vitest'
import { alertsWanted } from '#main/desktop/alerts/wanted.ts'
import { chatOf, ringingChat } from '#support/desk-preview/chats.ts'
import { aCall, aMissedCall, callsOf, ended, noCalls, talking } from '../builders.ts'

const nothingPosted = new Set<string>()

describe('a ringing call', () => {
  test('alerts in every way an agent who looks elsewhere', () => {
    expect(alertsWanted(callsOf([aCall()]), false, nothingPosted)).toMatchObject({
      alertWindow: true,
      flash: true,
      notified: ['c1'],
    })
  })

  test('is seen on the desk by an agent who looks at it', () => {
    expect(alertsWanted(callsOf([aCall()]), true, nothingPosted)).toMatchObject({
      alertWindow: false,
      flash: false,
      notified: [],
    })
  })

  test('keeps the notification it has when the desk comes to the front', () => {
    expect(alertsWanted(callsOf([aCall()]), true, new Set(['c1']))).toMatchObject({
      alertWindow: false,
      notified: ['c1'],
    })
  })

  test('stands before an older one', () => {
    const calls = callsOf([aCall({ id: 'old', startedAt: 1 }), aCall({ id: 'new', startedAt: 2 })])

    expect(alertsWanted(calls, false, nothingPosted).ringing.map(({ id }) => id)).toEqual(['new', 'old'])
  })
})

test.each([
  ['no call', noCalls],
  ['a call that is talking', callsOf([aCall({ phase: talking })])],
  ['a call that has ended', callsOf([aCall({ phase: ended })])],
])('%s alerts nobody', (_, calls) => {
  expect(alertsWanted(calls, false, new Set(['c1']))).toMatchObject({ alertWindow: false, flash: false, notified: [] })
})

test('the badge counts what was missed and not looked at', () => {
  const missed = [aMissedCall(), aMissedCall({ id: 'm2' }), aMissedCall({ id: 'm3', seen: true })]

  expect(alertsWanted(callsOf([], missed), true, nothingPosted).badge).toBe(2)
})

test('a chat that rings alerts as a call does, and what nobody has read is on the badge', () => {
  const chats = [ringingChat({ id: 'r', unread: 1 }), chatOf({ id: 'o', unread: 3 })]

  expect(alertsWanted(noCalls, false, nothingPosted, chats)).toMatchObject({
    alertWindow: true,
    flash: true,
    notified: ['r'],
    badge: 4,
  })
  expect(alertsWanted(noCalls, true, nothingPosted, chats)).toMatchObject({ alertWindow: false, notified: [] })
})

test('a missed chat is on the badge until it is closed, and one that is being answered alerts nobody', () => {
  const missed = chatOf({ id: 'm', phase: { name: 'ended', at: 1, how: 'missed' } })
  const answering = ringingChat({ id: 'r', unread: 0, pending: 'answer' })

  expect(alertsWanted(noCalls, false, nothingPosted, [missed, answering])).toMatchObject({
    alertWindow: false,
    notified: [],
    badge: 1,
  })
})
