import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { pictureMark, realPicture } from '../support/files/real-picture.ts'
import { others, pictures } from '../support/files/samples.ts'
import { chatWith } from './fixtures/chat/conversation.ts'
import { composer, dragOver, dropOn, pastePicture, siteWithFiles, tray } from './fixtures/chat/files.ts'
import { findOnDisk } from './fixtures/look/on-disk.ts'
import { chooseFiles } from './fixtures/outside/choose-files.ts'
import { askToQuit, endingOf } from './fixtures/outside/ending.ts'
import { sineWave, wavFile } from './fixtures/wav.ts'
import { comeToWork } from './fixtures/work.ts'
import { type App, expect, test } from './fixtures.ts'

const photo = realPicture(320, 200)

test('what is pasted and dropped is looked at, sent, and comes to the customer', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake', chat: siteWithFiles(centre) })
  await comeToWork(app, centre)
  const { chat, log } = await chatWith(app, centre, { says: 'hello' })

  await test.step('while files are held over the window, it says where they go', async () => {
    const file = { name: 'invoice.pdf', content: Buffer.from(others.pdf) }
    await dragOver(app, log, file)
    expect(await wordsOn(composer(app))).toContain(app.words('file_drop', { name: 'Li Na' }))
    await app.shot('chat-files-near')
    await dragOver(app, composer(app), file)
    await app.shot('chat-files-over')
    await log.dispatchEvent('dragleave', {})
    expect(await wordsOn(composer(app))).toBe('none')
  })
  await test.step('looked at first: nothing has left', async () => {
    await pastePicture(app, composer(app).getByRole('textbox'), photo)
    await dropOn(app, composer(app), { name: 'invoice.pdf', content: Buffer.from(others.pdf) })
    await expect(tray(app).getByText('invoice.pdf')).toBeVisible()
    await expect(tray(app).getByRole('listitem')).toHaveCount(2)
    expect(centre.mediaCache.uploads.tried).toBe(0)
    await app.axe()
    await app.shot('chat-files-staged')
  })
  await test.step('refused before it is sent', async () => {
    await dropOn(app, composer(app), { name: 'page.jpg', content: Buffer.from(others.html) })
    await expect(tray(app).getByText(app.words('file_not_sent_disguised'))).toBeVisible()
    await tray(app)
      .getByRole('button', { name: app.words('file_remove', { name: 'page.jpg' }) })
      .click()
  })
  await test.step('sent, and the same at the customer', async () => {
    await tray(app)
      .getByRole('button', { name: app.words('file_send', { count: '2' }) })
      .click()
    const image = await chat.expects(({ mediaType }) => mediaType === 'IMAGE')
    const file = await chat.expects(({ mediaType }) => mediaType === 'FILE')
    expect(file.content).toMatch(/^invoice\.pdf,\d+,[\w-]+,pdf$/)
    expect(centre.mediaCache.get(image.content)?.by).toBe('agent')
    expect(centre.mediaCache.get(file.content.split(',')[2] ?? '')?.content.equals(Buffer.from(others.pdf))).toBe(true)
    await expect(tray(app)).toHaveCount(0)
    await expect.poll(() => widthOf(app)).toBe(320)
    await expect(log.getByText('invoice.pdf')).toBeVisible()
  })
})

test('an upload shows how far it is, is cancelled, fails in words and is sent again', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake', chat: siteWithFiles(centre), language: 'zh-CN' })
  await comeToWork(app, centre)
  const { chat } = await chatWith(app, centre, { says: '你好' })
  const large = Buffer.concat([Buffer.from(others.pdf), Buffer.alloc(4_000_000, 'x')])

  await test.step('cancelled on a slow line', async () => {
    centre.mediaCache.faults.pieceMs = 200
    await dropOn(app, composer(app), { name: 'large.pdf', content: large.subarray(0, 2_000_000) })
    await send(app)
    await expect(tray(app).getByRole('progressbar')).toBeVisible()
    await app.shot('chat-files-sending')
    await tray(app)
      .getByRole('button', { name: app.words('file_cancel', { name: 'large.pdf' }) })
      .click()
    await expect(tray(app)).toHaveCount(0)
    centre.mediaCache.faults.pieceMs = 0
    // What was on its way when it was cancelled has come or broken off: the next fault is not for it.
    await centre.journal.until(
      () => centre.journal.entries.some((entry) => JSON.stringify(entry).includes('uploadFileStream')),
      'the cancelled upload to be over',
    )
  })
  await test.step('failed in words, and sent again', async () => {
    centre.mediaCache.faults.failUploads = 1
    centre.mediaCache.faults.failStatus = 403
    await dropOn(app, composer(app), { name: 'small.txt', content: Buffer.from(others.txt) })
    await send(app)
    await expect(tray(app).getByText(app.words('file_not_sent_refused'))).toBeVisible()
    await app.axe()
    await app.shot('chat-files-failed')
    await tray(app)
      .getByRole('button', { name: app.words('file_again') })
      .click()
    await chat.expects(/^small\.txt,/)
  })
  expect(chat.transcript.filter(({ content }) => content.includes('large.pdf'))).toEqual([])
})

test('pictures are shown, sound plays and seeks, files are saved', async ({ centre, earshot }, info) => {
  const app = await earshot.start({ audio: 'fake', chat: siteWithFiles(centre) })
  await comeToWork(app, centre)
  const { chat, log } = await chatWith(app, centre, { says: 'hello' })
  const sound = wavFile(sineWave(440, 8_000), 8_000)

  await test.step('a picture, large on request', async () => {
    chat.sends({ kind: 'IMAGE', content: photo, ending: 'png' })
    await expect.poll(() => widthOf(app)).toBe(320)
    const small = log.getByRole('button', { name: /large$/ })
    await small.click()
    const large = app.desk.getByRole('dialog')
    await expect(large.getByRole('img')).toBeVisible()
    await app.axe()
    await app.shot('chat-picture-large')
    await app.desk.keyboard.press('Escape')
    await expect(large).toHaveCount(0)
    await expect(small).toBeFocused()
  })
  await test.step('sound', async () => {
    chat.sends({ kind: 'AUDIO', content: sound, ending: 'wav' })
    await log.getByRole('button', { name: app.words('file_play', { name: app.words('conv_audio') }) }).click()
    const player = log.locator('audio')
    await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThan(0)
    const seekable = await player.evaluate((audio: HTMLAudioElement) => audio.seekable.end(0))
    expect(seekable).toBeCloseTo(1, 1)
  })
  await test.step('a file, saved where the agent says and never opened', async () => {
    const path = info.outputPath('saved.pdf')
    await chooseFiles(app, { save: path })
    chat.sends({ kind: 'FILE', content: Buffer.from(others.pdf), ending: 'pdf', name: 'report.pdf' })
    await log.getByRole('button', { name: app.words('file_save', { name: 'report.pdf' }) }).click()
    await expect(log.getByText(app.words('file_saved'))).toBeVisible()
    expect((await readFile(path)).equals(Buffer.from(others.pdf))).toBe(true)
    await app.axe()
    await app.shot('chat-files-received')
  })
})

test('hostile files are refused in words, and after the shift nothing is left', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake', chat: siteWithFiles(centre, { contentDays: 0 }) })
  await comeToWork(app, centre)
  const { chat, log } = await chatWith(app, centre, { says: 'hello' })

  chat.sends({ kind: 'IMAGE', content: Buffer.from(others.html), ending: 'jpg' })
  await expect(log.getByText(app.words('file_not_shown_disguised'))).toBeVisible()
  chat.sends({ kind: 'IMAGE', content: Buffer.from(pictures.png({ width: 20_000, height: 20_000 })), ending: 'png' })
  await expect(log.getByText(app.words('file_not_shown_picture'))).toBeVisible()
  chat.sends({ kind: 'RAW', mediaType: 'IMAGE', content: 'no-such-id' })
  await expect(log.getByText(app.words('file_not_shown_not_found'))).toBeVisible()
  chat.sends({ kind: 'FILE', content: Buffer.from(others.txt), ending: 'txt', name: '..\\..\\evil\u202Etxt.exe' })
  await expect(log.getByText('eviltxt.exe')).toBeVisible()
  await app.axe()
  await app.shot('chat-files-hostile')

  chat.sends({ kind: 'IMAGE', content: photo, ending: 'png' })
  await expect.poll(() => widthOf(app)).toBe(320)
  const address = await app.desk.locator('.conversation img').first().getAttribute('src')
  expect(
    await app.desk.evaluate(
      (url) =>
        fetch(url).then(
          () => 'fetched',
          () => 'refused',
        ),
      address ?? '',
    ),
  ).toBe('refused')
  // Signing out ends the shift; a chat that is open is asked about first.
  await endingOf(app, async () => {
    await askToQuit(app)
    await app.press('ask_quit_chats_yes')
  })
  expect(await findOnDisk(join(app.launch.userData, '..'), [pictureMark])).toEqual([])
})

async function send(app: App): Promise<void> {
  await tray(app)
    .getByRole('button', { name: app.words('file_send', { count: '1' }) })
    .click()
}

/** Zero as long as there is none, or it could not be shown. */
function widthOf(app: App): Promise<number> {
  return app.desk.evaluate(() =>
    Math.max(
      0,
      ...[...document.querySelectorAll<HTMLImageElement>('.conversation img')].map((one) => one.naturalWidth),
    ),
  )
}

/** What its style writes over it. */
function wordsOn(place: Locator): Promise<string> {
  return place.evaluate((element) => getComputedStyle(element, '::after').content)
}
