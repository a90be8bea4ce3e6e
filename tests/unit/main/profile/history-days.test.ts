import { expect, test } from 'vitest'
import { profileShape } from '#main/profile/profile.ts'

const plain = { name: 'Site', sip: { servers: ['wss://sip.example.com/ws'], domain: 'example.com' } }

test('calls are kept for thirty days unless the profile says otherwise', () => {
  expect(profileShape.parse(plain).historyDays).toBe(30)
  expect(profileShape.parse({ ...plain, historyDays: 0 }).historyDays).toBe(0)
})

test.each([-1, 366, 1.5, '30', null])('%j days are refused', (historyDays) => {
  expect(profileShape.safeParse({ ...plain, historyDays }).success).toBe(false)
})
