import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ChatFilesOptions, createChatFiles } from '#main/chats/files/files.ts'
import type { Got } from '#main/chats/files/store/media-store.ts'
import { others, pictures } from '#support/files/samples.ts'

const picture = pictures.png({ width: 640, height: 480 })
const wanted = { chatId: 'chat', fileId: 'id', ending: 'png' }
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-files-'))
})
afterEach(() => rm(folder, { recursive: true }))

function setUp(got: Got = { ok: true, content: picture }, more: Partial<ChatFilesOptions> = {}) {
  const seen = { gets: 0, warnings: 0, voices: [] as (string | null)[] }
  const files = createChatFiles({
    onUploads: () => undefined,
    onVoiceMessage: () => undefined,
    post: () => undefined,
    policy: () => ({ maxBytes: 100_000, endings: ['png', 'jpg', 'pdf', 'mp4'] }),
    store: () => ({
      put: () => Promise.resolve({ ok: true, fileId: 'own' }),
      get: () => {
        seen.gets += 1
        return Promise.resolve(got)
      },
    }),
    channelOf: () => 'WEB',
    holds: (chatId, fileId) => Promise.resolve(chatId === 'chat' && fileId === 'id'),
    wantVoice: (recording) => seen.voices.push(recording),
    askWhere: (name) => Promise.resolve(join(folder, name)),
    addressOf: (token) => `media://file/${token}`,
    newKey: () => 'key',
    platform: 'win32',
    now: () => 0,
    log: {
      warn: () => {
        seen.warnings += 1
      },
    },
    ...more,
  })
  return { files, seen }
}

function tokenOf(look: { readonly address?: string }): string {
  return look.address?.split('/').at(-1) ?? ''
}

test('what a message names can be looked at, with its size, and is fetched once', async () => {
  const { files, seen } = setUp()

  const [look, again] = await Promise.all([1, 2].map(() => files.requests['chatFiles.look'](wanted)))

  expect(look).toMatchObject({ ok: true, type: 'image', width: 640, height: 480, bytes: picture.byteLength })
  expect(again).toEqual(look)
  expect(seen.gets).toBe(1)
})

test('nothing else is fetched', async () => {
  const { files, seen } = setUp()

  for (const other of [
    { ...wanted, fileId: 'other' },
    { ...wanted, chatId: 'other' },
  ])
    expect(await files.requests['chatFiles.look'](other)).toEqual({ ok: false, reason: 'not-found' })
  expect(seen.gets).toBe(0)
})

test('the desk finds it under its own address only', async () => {
  const { files } = setUp()
  const look = await files.requests['chatFiles.look'](wanted)
  if (!look.ok) throw new Error(look.reason)

  expect(files.find(tokenOf(look))?.contentType).toBe('image/png')
  expect(files.find('id')).toBeUndefined()
})

test('after the shift nothing of it is left', async () => {
  const { files } = setUp()
  const look = await files.requests['chatFiles.look'](wanted)
  if (!look.ok) throw new Error(look.reason)

  files.signedOut()

  expect(files.find(tokenOf(look))).toBeUndefined()
})

test('a plain file has no address', async () => {
  const { files } = setUp({ ok: true, content: others.pdf })

  expect(await files.requests['chatFiles.look']({ ...wanted, ending: 'pdf' })).toEqual({
    ok: true,
    type: 'file',
    bytes: others.pdf.byteLength,
  })
})

test.each([
  ['a page called a picture', others.html, 'not-what-it-says'],
  ['a picture of 20,000 × 20,000', pictures.png({ width: 20_000, height: 20_000 }), 'picture-too-large'],
  ['nothing', new Uint8Array(), 'empty'],
])('%s is refused in words', async (_, content, reason) => {
  expect(await setUp({ ok: true, content }).files.requests['chatFiles.look'](wanted)).toEqual({ ok: false, reason })
})

test('it is saved under a clean name, with the mark of the web', async () => {
  const { files } = setUp()

  const saved = await files.requests['chatFiles.save']({ ...wanted, name: '..\\..\\CON.png' })

  expect(saved).toEqual({ ok: true, saved: true })
  expect(Buffer.from(picture).equals(await readFile(join(folder, '_CON.png')))).toBe(true)
  expect(await readFile(join(folder, '_CON.png:Zone.Identifier'), 'utf8')).toContain('ZoneId=3')
})

test('the agent may think better of it', async () => {
  const { files } = setUp(undefined, { askWhere: () => Promise.resolve(null) })

  expect(await files.requests['chatFiles.save']({ ...wanted, name: 'a.png' })).toEqual({ ok: true, saved: false })
})

test('a place that cannot be written to is told', async () => {
  const { files, seen } = setUp(undefined, { askWhere: () => Promise.resolve(join(folder, 'no', 'where')) })

  expect(await files.requests['chatFiles.save']({ ...wanted, name: 'a.png' })).toEqual({
    ok: false,
    reason: 'not-written',
  })
  expect(seen.warnings).toBe(1)
})

test('an own file that was just sent is not fetched back', async () => {
  const { files, seen } = setUp(undefined, { holds: () => Promise.resolve(true) })
  await files.requests['chatFiles.upload']({ chatId: 'chat', key: 'one', name: 'a.png', content: picture })
  await new Promise((resolve) => setImmediate(resolve))

  expect((await files.requests['chatFiles.look']({ ...wanted, fileId: 'own' })).ok).toBe(true)
  expect(seen.gets).toBe(0)
})

test('signing out ends a recording', () => {
  const { files, seen } = setUp()
  files.requests['chatFiles.startVoice']({ chatId: 'chat' })
  expect(seen.voices.at(-1)).not.toBeNull()

  files.signedOut()

  expect(seen.voices.at(-1)).toBeNull()
})
