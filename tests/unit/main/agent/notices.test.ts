import { expect, test } from 'vitest'
import type { Agent } from '#contract'
import { createNotices, noticeOf, settledBy } from '#main/agent/notices.ts'
import { signedInAgent } from '#support/agent.ts'

function busy(reason: number): Agent {
  return signedInAgent({ state: { name: 'busy', since: 0, reason } })
}

test.each([
  [2, 'busy-not-answered'],
  [3, 'busy-by-team-lead'],
  [5, 'busy-phone-unavailable'],
  [7, 'busy-declined'],
])('busy for the platform’s reason %i is told as %s', (reason, kind) => {
  expect(noticeOf({ status: 'signing-in' }, busy(reason))).toEqual({ kind })
})

test('busy by the agent’s own choice needs no notice', () => {
  expect(noticeOf({ status: 'signing-in' }, busy(1))).toBeNull()
})

test('the same state is told once', () => {
  const agent = busy(2)

  expect(noticeOf(agent, { ...agent, gateway: { status: 'connected' } } as Agent)).toBeNull()
})

test('a session taken elsewhere is told; a sign-out that was asked for is not', () => {
  expect(noticeOf(busy(0), { status: 'signed-out', why: 'elsewhere' })).toEqual({ kind: 'signed-in-elsewhere' })
  expect(noticeOf(busy(0), { status: 'signed-out', why: 'asked' })).toBeNull()
})

test('notices stay until read, newest first, and the same one stands once', () => {
  const notices = createNotices(
    () => undefined,
    () => 7,
  )
  notices.add({ kind: 'busy-not-answered' })
  notices.add({ kind: 'line-back' })
  notices.add({ kind: 'busy-not-answered' })

  expect(notices.current().map(({ kind }) => kind)).toEqual(['busy-not-answered', 'line-back'])
  notices.dismiss(notices.current()[0]?.id ?? '')
  expect(notices.current().map(({ kind }) => kind)).toEqual(['line-back'])
})

test('being idle again settles what had made the agent busy', () => {
  const notices = createNotices(
    () => undefined,
    () => 7,
  )
  notices.add({ kind: 'busy-not-answered' })
  notices.add({ kind: 'secrets-unreadable' })

  notices.settle(settledBy(busy(2), signedInAgent()))

  expect(notices.current().map(({ kind }) => kind)).toEqual(['secrets-unreadable'])
})

test('a rest that is prolonged is not over any more, and anything else leaves it so', () => {
  const resting = signedInAgent({ state: { name: 'rest', since: 0, until: 1 } })
  const prolonged = signedInAgent({ state: { name: 'rest', since: 0, until: 2 } })

  expect(settledBy(resting, prolonged)).toContain('rest-over')
  expect(settledBy(resting, { ...resting, autoIdle: true })).not.toContain('rest-over')
})

test('each file that was set aside is named', () => {
  const notices = createNotices(
    () => undefined,
    () => 7,
  )
  for (const file of ['settings.old', 'secrets.old', 'settings.old'])
    notices.add({ kind: 'settings-file-set-aside', file })

  expect(notices.current().map((notice) => notice.kind === 'settings-file-set-aside' && notice.file)).toEqual([
    'settings.old',
    'secrets.old',
  ])
})
