import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readValues } from '../../../../support/desktop/bus/read.ts'
import { variant, writeValues } from '../../../../support/desktop/bus/write.ts'

test('text is written with its length before and a zero after it', () => {
  const bytes = writeValues('s', ['foo'])

  // D-Bus Specification, "Summary of D-Bus marshalling".
  expect([...bytes]).toEqual([3, 0, 0, 0, 0x66, 0x6f, 0x6f, 0])
})

test('an array of structs begins at a multiple of eight, which its length does not count', () => {
  const bytes = writeValues('a(y)', [[[7]]])

  expect([...bytes]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 7])
})

test('what is written is read again', () => {
  const anything = fc.tuple(
    fc.integer({ min: 0, max: 255 }),
    fc.string({ unit: 'grapheme' }),
    fc.boolean(),
    fc.integer(),
    fc.array(fc.tuple(fc.string(), fc.array(fc.double({ noNaN: true })))),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  )

  fc.assert(
    fc.property(anything, (values) => {
      expect(readValues('ysbia(sad)x', writeValues('ysbia(sad)x', values))).toEqual(values)
    }),
  )
})

test('a dictionary comes back as a map, and its variants unwrapped', () => {
  const written = writeValues('a{sv}', [
    new Map([
      ['label', variant('s', 'Answer')],
      ['enabled', variant('b', false)],
      ['picture', variant('ay', Buffer.from([1, 2]))],
    ]),
  ])

  expect(readValues('a{sv}', written)).toEqual([
    new Map<string, unknown>([
      ['label', 'Answer'],
      ['enabled', false],
      ['picture', Buffer.from([1, 2])],
    ]),
  ])
})

test('too few values for a signature are refused', () => {
  expect(() => writeValues('su', ['only one'])).toThrow('1 values for D-Bus signature su')
})
