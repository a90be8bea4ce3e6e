import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findLines } from '#main/profile/json-lines.ts'

test('every value has its line', () => {
  const found = findLines('{\n  "a": 1,\n  "b": [\n    true,\n    { "c\\u0041": "x" }\n  ]\n}')

  expect(found.ok && Object.fromEntries(found.lines)).toEqual({ '': 1, a: 2, b: 3, 'b.0': 4, 'b.1': 5, 'b.1.cA': 5 })
})

describe('what is not JSON is told by line and by what was expected', () => {
  const cases: [string, number, string][] = [
    ['', 1, 'a value'],
    ['\n\n', 3, 'a value'],
    ['{"a": 1,\n}', 2, '"name"'],
    ['{"a": 1\n"b": 2}', 2, ', }'],
    ['{"a"\n1}', 2, ':'],
    ['[1, 2\n', 2, ', ]'],
    ["{\n'a': 1}", 2, '"name"'],
    ['{}\n{}', 2, 'the end'],
    ['{"a": "\\q"}', 1, 'a value'],
    ['{"a": 01}', 1, ', }'],
    ['\0\0\0\0', 1, 'a value'],
    ['['.repeat(5_000), 1, 'a value'],
  ]
  test.each(cases)('%j', (text, line, expected) => {
    expect(findLines(text)).toEqual({ ok: false, line, expected })
  })
})

test('it takes what JSON.parse takes', () => {
  fc.assert(fc.property(fc.json({ maxDepth: 20 }), (text) => findLines(text).ok || /\p{Cc}/u.test(text)))
})

test('it refuses what JSON.parse refuses', () => {
  const parses = (text: string) => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  const damaged = fc
    .tuple(fc.json({ maxDepth: 5 }), fc.nat(), fc.constantFrom('', '"', '}', ',', '\n', 'x', '[', '\\'))
    .map(([text, at, put]) => text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1))

  fc.assert(
    fc.property(damaged, (text) => !findLines(text).ok || parses(text)),
    { numRuns: 2_000 },
  )
})
