import { expect, test } from 'vitest'
import { publisher } from '#main/bridge/publisher.ts'

function fakeContents(destroyed = false) {
  const sent: unknown[] = []
  return { sent, isDestroyed: () => destroyed, send: (channel: string, value: unknown) => sent.push([channel, value]) }
}

test('an event arrives whole, by its name', () => {
  const contents = fakeContents()

  publisher<'phone'>(() => contents)('line.command', { verb: 'close' })

  expect(contents.sent).toEqual([['event', { name: 'line.command', value: { verb: 'close' } }]])
})

test('a window that is gone is not told', () => {
  const contents = fakeContents(true)

  publisher<'phone'>(() => contents)('line.command', { verb: 'close' })
  publisher<'phone'>(() => null)('line.command', { verb: 'close' })

  expect(contents.sent).toEqual([])
})

test('the window of this moment is told, not the one of the first', () => {
  const contents = [fakeContents(), fakeContents()] as const
  let current: (typeof contents)[number] = contents[0]
  const publish = publisher<'phone'>(() => current)

  current = contents[1]
  publish('line.command', { verb: 'try-ring' })

  expect(contents.map(({ sent }) => sent.length)).toEqual([0, 1])
})
