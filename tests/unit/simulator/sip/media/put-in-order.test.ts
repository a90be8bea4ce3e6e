import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Packet } from '#simulator/sip/media/packet.ts'
import { putInOrder } from '#simulator/sip/media/put-in-order.ts'

function order(numbers: readonly number[]): number[] {
  const passed: number[] = []
  const receive = putInOrder(({ sequence }: Packet) => passed.push(sequence))
  for (const sequence of numbers) {
    receive({ sequence, payloadType: 8, timestamp: 0, marker: false, payload: Buffer.alloc(0) })
  }
  return passed
}

test('packets in order pass at once', () => {
  expect(order([7, 8, 9])).toEqual([7, 8, 9])
})

test('two that overtook each other are put right', () => {
  expect(order([7, 9, 8, 10])).toEqual([7, 8, 9, 10])
})

test('a lost packet is waited for, but not for ever', () => {
  expect(order([7, 9])).toEqual([7])
  expect(order([7, 9, 10, 11, 12])).toEqual([7, 9, 10, 11, 12])
})

test('what comes twice or too late is dropped', () => {
  expect(order([7, 7, 8, 10, 11, 12, 9])).toEqual([7, 8, 10, 11, 12])
})

test('numbers go round', () => {
  expect(order([65_534, 65_535, 0, 2, 1])).toEqual([65_534, 65_535, 0, 1, 2])
})

test('whatever the network does, numbers only go up', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }), (numbers) => {
      const passed = order(numbers)

      expect(passed).toEqual([...new Set(passed)].sort((a, b) => a - b))
    }),
  )
})
