import { expect, test } from 'vitest'
import { instructions } from '../../../../runtime/demo/beside/instructions.ts'

test('the instructions name the page, the agent and the keys', () => {
  const text = instructions('http://localhost:8600')

  for (const word of [
    'http://localhost:8600',
    'http://localhost:8600/chat',
    '6001',
    '67470001',
    'Ctrl+Alt+A',
    'Ctrl+C',
  ])
    expect(text).toContain(word)
})
