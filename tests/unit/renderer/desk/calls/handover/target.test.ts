import { expect, test } from 'vitest'

import { looksOutside } from '#renderer/desk/calls/handover/target.ts'
import { addressIn } from '#renderer/desk/ui/target/target.ts'

test.each([
  ['6073', 'agent', '6073'],
  [' 60 73 ', 'agent', '6073'],
  ['６０７３', 'agent', '6073'],
  ['6073*', 'agent', null],
  ['Li Na', 'agent', null],
  ['', 'queue', null],
  ['1'.repeat(25), 'ivr', null],
  ['021 2555-1234', 'outside', '02125551234'],
  ['+86 138 0013 8000', 'outside', '008613800138000'],
  ['A1#*e', 'outside', 'A1#*e'],
  ['Li Na', 'outside', null],
] as const)('%j as %s is %j (spec/ccgateway.md 8.3)', (text, kind, address) => {
  expect(addressIn(text, kind)).toBe(address)
})

test.each([
  ['6073', false],
  ['0755', false],
  ['07552', true],
  ['13800138000', true],
  ['+44', true],
  ['Li Na', false],
])('%j looks like a number outside: %s', (text, looks) => {
  expect(looksOutside(text)).toBe(looks)
})
