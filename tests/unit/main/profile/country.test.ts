import { expect, test } from 'vitest'
import { profileShape } from '#main/profile/profile.ts'

const plain = { name: 'Site', sip: { servers: ['wss://sip.example.com/ws'], domain: 'example.com' } }

test('numbers are at home in China unless the profile says otherwise', () => {
  expect(profileShape.parse(plain).country).toBe('CN')
  expect(profileShape.parse({ ...plain, country: 'DE' }).country).toBe('DE')
})

test.each(['de', 'DEU', '', 49, null])('%j is no country', (country) => {
  expect(profileShape.safeParse({ ...plain, country }).success).toBe(false)
})
