import { sendRubbish } from '../simulator/chat/rubbish/rubbish.ts'
import { chatWith } from './fixtures/chat/conversation.ts'
import { siteWithFiles } from './fixtures/chat/files.ts'
import { comeToWork } from './fixtures/work.ts'
import { type App, expect, test } from './fixtures.ts'

test('whatever comes as a message is shown as what it is, and nothing of it runs', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake', chat: siteWithFiles(centre) })
  await comeToWork(app, centre)
  const { chat, pane, log } = await chatWith(app, centre, { says: 'hello' })
  const title = await app.desk.title()

  sendRubbish(centre, '6001', chat.id)
  await expect(log.getByText('from 1970')).toBeVisible()
  chat.says('and a word after all that')

  await expect(log.getByText('and a word after all that')).toBeVisible()
  await test.step('nothing ran and nothing was fetched', async () => {
    expect(await app.desk.title()).toBe(title)
    await expect(log.locator('script, iframe, b, img[src="x"]')).toHaveCount(0)
  })
  await test.step('nothing that could be read is lost', async () => {
    const text = await copyAll(app)
    for (const words of [
      'with unknown keys',
      'plain words where JSON is due',
      '<script>document.title=1</script>',
      'gpj.exe',
      '😀😀😀',
      'from 1970',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('to nobody')
  })
  await test.step('a megabyte of emoji is clamped', async () => {
    const all = log.getByRole('button', { name: /^Show all \(1 MB\)/ })
    await log.hover()
    await expect
      .poll(
        async () => {
          await app.desk.mouse.wheel(0, -400)
          return all.count()
        },
        { intervals: [80] },
      )
      .toBe(1)
    await all.click()
    await expect(pane.getByRole('region', { name: app.words('conv_whole_text') })).toBeVisible()
    await app.axe()
    await app.shot('chat-hostile')
  })
})

test('files that are not what they say are refused in words', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake', chat: siteWithFiles(centre), language: 'zh-CN' })
  await comeToWork(app, centre)
  const { chat, log } = await chatWith(app, centre, { says: 'hello' })

  chat.sends({ kind: 'IMAGE', content: Buffer.from('MZ this is a program'), ending: 'jpg' })
  chat.sends({ kind: 'IMAGE', content: pngOf(20_000, 20_000), ending: 'png' })
  chat.sends({ kind: 'RAW', mediaType: 'IMAGE', content: 'no-such-file' })
  chat.says('the end')

  await expect(log.getByText('the end')).toBeVisible()
  for (const refusal of ['file_not_shown_disguised', 'file_not_shown_picture', 'file_not_shown_not_found'])
    await expect(log.getByText(app.words(refusal))).toBeVisible()
  await expect(log.locator('.bubble img')).toHaveCount(0)
  await app.axe()
  await app.shot('chat-hostile-files')
})

/** A picture by its first bytes, with nothing behind them. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(33)
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(header)
  header.writeUInt32BE(13, 8)
  header.write('IHDR', 12, 'latin1')
  header.writeUInt32BE(width, 16)
  header.writeUInt32BE(height, 20)
  header.set([8, 2, 0, 0, 0], 24)
  return header
}

async function copyAll(app: App): Promise<string> {
  await app.press('conv_copy_all')
  await expect(app.desk.getByText(app.words('conv_copied_all'))).toBeVisible()
  return app.electron.evaluate(({ clipboard }) => clipboard.readText())
}
