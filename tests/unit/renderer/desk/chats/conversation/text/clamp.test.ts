import { expect, test } from 'vitest'
import { beginning, firstCharacters, inBlocks } from '#renderer/desk/chats/conversation/text/clamp.ts'

const family = '👩‍👩‍👧‍👦'

test('a megabyte of emoji begins with whole ones', () => {
  const shown = beginning(family.repeat(100_000))

  expect(shown.length).toBeLessThanOrEqual(firstCharacters)
  expect(shown.length).toBeGreaterThan(firstCharacters - 64)
  expect(shown.replaceAll(family, '')).toBe('')
})

test('in blocks it is all there', () => {
  const text = family.repeat(2_000)

  const blocks = inBlocks(text)

  expect(blocks.join('')).toBe(text)
  for (const block of blocks) expect(block.replaceAll(family, '')).toBe('')
})

test('one character of a thousand marks is cut all the same', () => {
  const zalgo = `a${'\u0301'.repeat(20_000)}`

  expect(beginning(zalgo).length).toBeGreaterThan(0)
  expect(inBlocks(zalgo).join('')).toBe(zalgo)
})
