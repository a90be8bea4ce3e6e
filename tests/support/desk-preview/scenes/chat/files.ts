import type { Page } from '@playwright/test'
import type { ChatMessage, DeskState, MediaLook } from '#contract'
import { chatOf, messageOf } from '../../../chat-builders.ts'
import { realPicture } from '../../../files/real-picture.ts'
import type { Scene } from '../../scenes.ts'
import { chatSite, deskState, type Look } from '../../state.ts'

const site = { ...chatSite, available: true, files: { maxBytes: 10_485_760, endings: ['jpg', 'png', 'pdf', 'mp4'] } }

function state(more: Partial<DeskState> = {}) {
  return (look: Look) => deskState(look, { chats: { site, list: [chatOf({ id: 'c1' })] }, ...more })
}

const picture = { fileId: 'f1', ending: 'png' }
const messages: readonly ChatMessage[] = [
  messageOf(1, { content: { kind: 'image', file: picture } }),
  messageOf(2, { content: { kind: 'audio', file: { fileId: 'f2', ending: 'mp3' } } }),
  messageOf(3, {
    content: { kind: 'file', file: { fileId: 'f3', name: '2026年11月账单 invoice.pdf', bytes: 84_000, ending: 'pdf' } },
  }),
]

const shown: MediaLook = {
  ...{ ok: true, type: 'image', bytes: 9_000, width: 320, height: 200 },
  address: `data:image/png;base64,${realPicture(320, 200).toString('base64')}`,
}

async function open(page: Page, look: MediaLook, list = messages): Promise<void> {
  const answers = {
    'chats.page': { messages: list, more: false },
    'chats.earlier': { chats: [], more: false },
    'chatFiles.look': look,
    'chatFiles.check': { ok: true, type: 'image', width: 320, height: 200 },
  }
  await page.evaluate((all) => Object.assign(window.pretend.answers, all), answers)
  await page.locator('.rail > button').nth(1).click()
  await page.locator('.composer textarea').waitFor()
}

const upload = { chatId: 'c1', bytes: 4_200_000 }

export const fileScenes: readonly Scene[] = [
  { name: 'files-shown', state: state(), act: (page) => open(page, shown) },
  {
    name: 'files-refused',
    state: state(),
    act: (page) => open(page, { ok: false, reason: 'not-what-it-says' }, messages.slice(0, 1)),
  },
  {
    name: 'files-large',
    state: state(),
    act: async (page) => {
      await open(page, shown)
      await page.locator('.conversation .picture').click()
    },
  },
  {
    name: 'files-tray',
    state: state({
      uploads: [
        { ...upload, key: 'one', name: 'contract 合同.pdf', done: 1_900_000 },
        { ...upload, key: 'two', name: 'film.mp4', done: 0, failure: 'no-answer' },
      ],
    }),
    act: async (page) => {
      await open(page, shown)
      await page
        .locator('.composer input[type=file]')
        .setInputFiles({ name: 'screenshot 截图.png', mimeType: 'image/png', buffer: realPicture(320, 200) })
      await page.locator('canvas').waitFor()
    },
  },
  {
    name: 'voice-recording',
    state: state({ voiceMessage: { status: 'recording', chatId: 'c1', since: Date.now() - 12_000, level: 0.2 } }),
    act: (page) => open(page, shown),
  },
  {
    name: 'voice-kept',
    state: state({ voiceMessage: { status: 'kept', chatId: 'c1', seconds: 12, why: 'in-call' } }),
    act: (page) => open(page, shown),
  },
  {
    name: 'voice-refused',
    state: state({ voiceMessage: { status: 'failed', chatId: 'c1', reason: 'in-call' } }),
    act: (page) => open(page, shown),
  },
]
