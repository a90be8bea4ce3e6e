import { expect, test } from 'vitest'
import { baseOf } from '#renderer/phone/media/peer/own-addresses.ts'

test.each([
  [{ type: 'host', address: '10.9.0.1', relatedAddress: null }, '10.9.0.1'],
  [{ type: 'srflx', address: '203.0.113.7', relatedAddress: '10.9.0.1' }, '10.9.0.1'],
  [{ type: 'relay', address: '203.0.113.9', relatedAddress: '0.0.0.0' }, null],
  [{ type: 'prflx', address: '203.0.113.7', relatedAddress: null }, null],
] as const)('%j begins at %s', (local, base) => {
  expect(baseOf(local)).toBe(base)
})
