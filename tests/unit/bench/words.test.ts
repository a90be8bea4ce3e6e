import { expect, test } from 'vitest'
import { read } from '../../bench/words.ts'

const known = ['launch_ms', 'memory_mb']

test('without words everything is measured at its usual length', () => {
  expect(read([], known)).toEqual({ names: [], runs: 50, out: null, built: false })
})

test('names, length and file may stand in any order', () => {
  const words = ['--out', 'bench.json', 'memory_mb', '--runs', '5', 'launch_ms', '--built']

  expect(read(words, known)).toEqual({ names: ['memory_mb', 'launch_ms'], runs: 5, out: 'bench.json', built: true })
})

test.each([
  [['speed'], 'No metric is called speed'],
  [['--runs', 'many'], 'whole number'],
  [['--runs', '0'], 'whole number'],
  [['--out'], 'needs a file'],
])('%j is refused with a sentence', (words, sentence) => {
  expect(() => read(words, known)).toThrow(sentence)
})
