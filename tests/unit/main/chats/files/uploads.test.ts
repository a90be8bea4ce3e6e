import { expect, test } from 'vitest'
import type { Upload } from '#contract'
import { examineOwn } from '#main/chats/files/policy/examine.ts'
import type { MediaStore, Put } from '#main/chats/files/store/media-store.ts'
import { createUploads } from '#main/chats/files/uploads.ts'
import { pictures } from '#support/files/samples.ts'

const policy = { maxBytes: 1_000, endings: ['png', 'txt'] }
const picture = pictures.png({ width: 10, height: 10 })

interface Sent {
  readonly done: (bytes: number) => void
  readonly answer: (put: Put) => void
  readonly given: AbortSignal
  readonly channel: string
}

function setUp({ cache = true }: { readonly cache?: boolean } = {}) {
  const sent: Sent[] = []
  const posted: string[] = []
  const told: (readonly Upload[])[] = []
  const store: MediaStore = {
    put: ({ channel }, done, given) => new Promise((answer) => sent.push({ done, answer, given, channel })),
    get: () => Promise.resolve({ ok: false, reason: 'not-found' }),
  }
  const uploads = createUploads({
    store: () => (cache ? store : null),
    examine: (name, content) => examineOwn(name, content, policy),
    channelOf: (chatId) => (chatId === 'chat' ? 'WECHAT' : null),
    onStored: () => undefined,
    post: (chatId, key, content) => posted.push(`${chatId} ${key} ${content.kind} ${content.file.fileId}`),
    onUploads: (all) => told.push(all),
  })
  const add = (more: { readonly key?: string; readonly chatId?: string; readonly attach?: boolean } = {}) =>
    uploads.add({ chatId: 'chat', key: 'one', name: 'a.png', content: picture, ...more })
  return { uploads, sent, posted, told, add }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('a file that is there becomes a message, and is no upload any more', async () => {
  const { uploads, sent, posted, add } = setUp()
  expect(add()).toEqual({ ok: true })
  sent[0]?.done(20)
  expect(uploads.current()).toMatchObject([{ key: 'one', name: 'a.png', bytes: picture.byteLength, done: 20 }])

  sent[0]?.answer({ ok: true, fileId: 'id' })
  await settled()

  expect(sent[0]?.channel).toBe('WECHAT')
  expect(posted).toEqual(['chat one image id'])
  expect(uploads.current()).toEqual([])
})

test('what is refused is never sent', () => {
  const { uploads, sent } = setUp()

  expect(uploads.add({ chatId: 'chat', key: 'one', name: 'a.png', content: Buffer.from('<html>') })).toEqual({
    ok: false,
    reason: 'not-what-it-says',
  })
  expect(sent).toEqual([])
})

test('without a media cache none is taken', () => {
  expect(setUp({ cache: false }).add()).toEqual({ ok: false, reason: 'no-media-cache' })
})

test('one that failed stays, and goes again when the agent says so', async () => {
  const { uploads, sent, posted, add } = setUp()
  add()
  sent[0]?.answer({ ok: false, reason: 'no-answer' })
  await settled()
  expect(uploads.current()).toMatchObject([{ failure: 'no-answer' }])

  uploads.retry('one')
  expect(uploads.current()).toMatchObject([{ done: 0 }])
  expect(uploads.current()[0]?.failure).toBeUndefined()
  sent[1]?.answer({ ok: true, fileId: 'id' })
  await settled()

  expect(posted).toEqual(['chat one image id'])
})

test('one that was cancelled is never sent, even if it arrived', async () => {
  const { uploads, sent, posted, add } = setUp()
  add()
  uploads.cancel('one')
  expect(sent[0]?.given.aborted).toBe(true)

  sent[0]?.answer({ ok: true, fileId: 'id' })
  await settled()

  expect(posted).toEqual([])
  expect(uploads.current()).toEqual([])
})

test('asked for twice it goes once', () => {
  const { sent, add } = setUp()
  add()
  add()

  expect(sent).toHaveLength(1)
})

test('one that fails holds up no other', async () => {
  const { sent, posted, add } = setUp()
  add({ key: 'one' })
  add({ key: 'two' })
  sent[0]?.answer({ ok: false, reason: 'refused' })
  sent[1]?.answer({ ok: true, fileId: 'id' })
  await settled()

  expect(posted).toEqual(['chat two image id'])
})

test('an attachment waits for its e-mail', async () => {
  const { uploads, sent, posted, add } = setUp()
  add({ attach: true })
  sent[0]?.answer({ ok: true, fileId: 'id' })
  await settled()

  expect(posted).toEqual([])
  expect(uploads.current()).toMatchObject([{ file: { fileId: 'id', name: 'a.png', ending: 'png' } }])
})

test('a conversation that is not there is told of', async () => {
  const { uploads, add } = setUp()
  add({ chatId: 'other' })
  await settled()

  expect(uploads.current()).toMatchObject([{ failure: 'refused' }])
})

test('after the shift none is left', () => {
  const { uploads, sent, add } = setUp()
  add()
  uploads.clear()

  expect(sent[0]?.given.aborted).toBe(true)
  expect(uploads.current()).toEqual([])
})
