import { expect, test } from 'vitest'
import type { FileCheck } from '#contract'
import { FilesToSend, filesOf } from '#renderer/desk/chats/files/files.svelte.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve))

function setUp(check: FileCheck = { ok: true, type: 'file' }) {
  const asked: string[] = []
  const upload: { result: unknown } = { result: { ok: true } }
  const door = {
    request: async (name: string) => {
      asked.push(name)
      return (name === 'chatFiles.check' ? check : upload.result) as never
    },
  }
  return { files: new FilesToSend(door), asked, upload, door }
}

const file = (name = 'a.txt', size = 3) => new File([new Uint8Array(size)], name)

test('what is chosen is looked at by main, and nothing is sent', async () => {
  const { files, asked } = setUp()
  files.take('chat', [file()], 100)
  expect(files.of('chat')).toMatchObject([{ check: 'checking' }])
  await settled()

  expect(files.of('chat')).toMatchObject([{ check: { ok: true } }])
  expect(files.of('other')).toEqual([])
  expect(asked).toEqual(['chatFiles.check'])
})

test('what is too large is not even read', async () => {
  const { files, asked } = setUp()
  files.take('chat', [file('a.txt', 101)], 100)
  await settled()

  expect(files.of('chat')).toMatchObject([{ check: { ok: false, reason: 'too-large' } }])
  expect(asked).toEqual([])
})

test('a folder cannot be read', async () => {
  const { files } = setUp()
  const folder = Object.assign(file(), { arrayBuffer: () => Promise.reject(new DOMException('a folder')) })
  files.take('chat', [folder], 100)
  await settled()

  expect(files.of('chat')).toMatchObject([{ check: { ok: false, reason: 'unreadable' } }])
})

test('what is sent goes, what is refused stays with why', async () => {
  const { files, upload } = setUp()
  files.take('chat', [file('a.txt'), file('b.txt')], 100)
  await settled()
  await files.send('chat')
  expect(files.of('chat')).toEqual([])

  files.take('chat', [file('c.txt')], 100)
  await settled()
  upload.result = { ok: false, reason: 'no-media-cache' }
  await files.send('chat')

  expect(files.of('chat')).toMatchObject([{ check: { ok: false, reason: 'no-media-cache' } }])
})

test('what main refuses is not sent with the others', async () => {
  const { files, asked } = setUp({ ok: false, reason: 'ending-not-allowed' })
  files.take('chat', [file()], 100)
  await settled()
  await files.send('chat')

  expect(asked).toEqual(['chatFiles.check'])
})

test('a folder of thousands is not looked at', () => {
  const { files } = setUp()
  files.take(
    'chat',
    Array.from({ length: 1_000 }, () => file()),
    100,
  )

  expect(files.of('chat').length).toBe(20)
})

test('what was chosen stays while the pane comes and goes', () => {
  const { door } = setUp()

  expect(filesOf(door)).toBe(filesOf(door))
})
