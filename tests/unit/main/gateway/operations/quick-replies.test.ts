import { expect, test } from 'vitest'
import { quickReplies } from '#main/gateway/operations/quick-replies.ts'

const read = (result: unknown) => quickReplies().read(result)

test('quick replies are read in whatever way a gateway writes them', () => {
  const two = [
    { id: '1', content: 'Hello' },
    { id: '2', content: '您好' },
  ]

  expect(read(two)).toEqual(two)
  expect(
    read([
      { id: 1, quickreply: 'Hello' },
      { id: 2, replycontent: ' 您好 ' },
    ]),
  ).toEqual(two)
  expect(read({ list: two })).toEqual(two)
  expect(read(['Hello'])).toEqual([{ id: 'Hello', content: 'Hello' }])
})

test.each([null, 'no', 7, {}, [null, {}, { id: '1' }, { content: '' }]])('%j has none', (result) => {
  expect(read(result)).toEqual([])
})
