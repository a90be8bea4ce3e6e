import { expect, test } from 'vitest'
import { publisher } from '#main/bridge/publisher.ts'

function fakeContents(destroyed = false) {
  const sent: unknown[] = []
  return { sent, isDestroyed: () => destroyed, send: (channel: string, value: unknown) => sent.push([channel, value]) }
}

const settled = () => Promise.resolve()

test('an event arrives whole, by its name', async () => {
  const contents = fakeContents()

  publisher<'phone'>(() => contents)('line.command', { verb: 'close' })
  await settled()

  expect(contents.sent).toEqual([['event', { name: 'line.command', value: { verb: 'close' } }]])
})

test('a window that is gone is not told', async () => {
  const contents = fakeContents(true)

  publisher<'phone'>(() => contents)('line.command', { verb: 'close' })
  publisher<'phone'>(() => null)('line.command', { verb: 'close' })
  await settled()

  expect(contents.sent).toEqual([])
})

test('the window of this moment is told, not the one of the first', async () => {
  const contents = [fakeContents(), fakeContents()] as const
  let current: (typeof contents)[number] = contents[0]
  const publish = publisher<'phone'>(() => current)

  current = contents[1]
  publish('line.command', { verb: 'try-ring' })
  await settled()

  expect(contents.map(({ sent }) => sent.length)).toEqual([0, 1])
})

test('nobody is told in the middle of a change, and all is told in its order', async () => {
  const contents = fakeContents()
  const publish = publisher<'phone'>(() => contents)

  publish('line.command', { verb: 'close' })
  publish('line.command', { verb: 'try-ring' })
  expect(contents.sent).toEqual([])

  await settled()
  expect(contents.sent).toEqual([
    ['event', { name: 'line.command', value: { verb: 'close' } }],
    ['event', { name: 'line.command', value: { verb: 'try-ring' } }],
  ])
})
