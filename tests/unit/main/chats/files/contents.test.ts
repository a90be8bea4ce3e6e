import { expect, test } from 'vitest'
import { createContents } from '#main/chats/files/contents.ts'

const examined = { ok: true, ending: 'png', type: 'image', contentType: 'image/png', shown: true } as const
const hundred = () => new Uint8Array(100)

test('what has not been used the longest goes when there is no room', () => {
  const contents = createContents(250)
  contents.keep('one', hundred(), examined)
  contents.keep('two', hundred(), examined)
  contents.get('one')
  contents.keep('three', hundred(), examined)

  expect(contents.get('one')).toBeDefined()
  expect(contents.get('two')).toBeUndefined()
  expect(contents.get('three')).toBeDefined()
})

test('one that is larger than all the room is kept as long as it is the last', () => {
  const contents = createContents(50)
  contents.keep('one', hundred(), examined)

  expect(contents.get('one')).toBeDefined()
})

test('one that is fetched again keeps its address', () => {
  const contents = createContents()
  const { token } = contents.keep('one', hundred(), examined)

  expect(contents.keep('one', hundred(), examined).token).toBe(token)
})
