import type { Locator } from '@playwright/test'
import type { Centre } from '../simulator/centre.ts'
import { others } from '../support/files/samples.ts'
import { chatWith } from './fixtures/chat/conversation.ts'
import { siteWithFiles } from './fixtures/chat/files.ts'
import { comeToWork } from './fixtures/work.ts'
import { type App, expect, test } from './fixtures.ts'

const html = '<p>Where is my <b>invoice</b>?</p><img src="https://spy.example/x.gif"><script>alert(1)</script>'

test('an e-mail is answered: to whom, about what, with the original as words below and a file', async ({
  centre,
  earshot,
}) => {
  const app = await earshot.start({ audio: 'fake', chat: siteWithFiles(centre) })
  await comeToWork(app, centre)
  const { chat } = await mailFrom(app, centre)
  const field = composer(app).getByRole('textbox', { name: app.words('compose_email_field') })

  await test.step('to whom and about what is there already', async () => {
    await expect(line(app, 'compose_email_to')).toHaveValue('li.na@example.com')
    await expect(line(app, 'compose_email_subject')).toHaveValue('Re: Invoice of October')
    await app.press('compose_email_reply_all')
    await expect(line(app, 'compose_email_cc')).toHaveValue('audit@example.com')
    await field.fill('Here it is <b>at once</b>.\n谢谢')
  })
  await test.step('an address that is none is told, and nothing is sent', async () => {
    await line(app, 'compose_email_to').fill('li.na@example.com, nobody')
    await app.press('compose_email_send')
    const fault = app.words('compose_email_bad_address', { address: 'nobody' })
    await expect(composer(app).getByText(fault)).toBeVisible()
    await app.axe()
    await line(app, 'compose_email_to').fill('Li Na <li.na@example.com>')
  })
  await test.step('a file goes along', async () => {
    const file = { name: 'invoice.pdf', mimeType: 'application/pdf', buffer: Buffer.from(others.pdf) }
    await composer(app).locator('input[type=file]').setInputFiles(file)
    await expect(composer(app).getByRole('list').getByText('invoice.pdf')).toBeVisible()
    await expect(composer(app).getByRole('progressbar')).toHaveCount(0)
    await app.shot('chat-email')
  })
  await app.press('compose_email_send')
  const sent = await chat.expects(({ mediaType }) => mediaType === 'EMAIL')
  expect(sent.content).toContain('<div>Here it is &lt;b&gt;at once&lt;/b&gt;.<br>谢谢</div>')
  expect(sent.content).toContain('<blockquote>Where is my invoice?</blockquote>')
  expect(sent.content).not.toMatch(/script|spy\.example/)
  const asked = centre.journal.entries.filter(({ name }) => name === 'sendmessage')
  expect(JSON.stringify(asked)).toContain('invoice.pdf')
  expect(centre.mediaCache.uploads.done).toBe(1)
  await expect(field).toHaveValue('')
  await expect(composer(app).getByText('invoice.pdf')).toHaveCount(0)
})

test('an e-mail that nobody is to answer is discarded, after a question', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake', chat: siteWithFiles(centre), language: 'zh-CN' })
  await comeToWork(app, centre)
  const { chat } = await mailFrom(app, centre)

  await app.press('compose_email_discard')
  await expect(app.desk.getByText(app.words('compose_email_discard_text'))).toBeVisible()
  await app.axe()
  await app.shot('chat-email-discard')
  await app.press('compose_email_discard_yes')

  expect(await chat.ended).toBe('agent-ended')
})

async function mailFrom(app: App, centre: Centre) {
  const who = { channel: 'EMAIL', id: 'li.na@example.com', name: 'Li Na' } as const
  const chatting = await chatWith(app, centre, {}, who)
  chatting.chat.sends({ kind: 'EMAIL', subject: 'Invoice of October', html, cc: ['audit@example.com'] })
  await expect(chatting.log.getByText('Invoice of October')).toBeVisible()
  return chatting
}

function composer(app: App): Locator {
  return app.desk.getByRole('region', { name: app.words('compose_region'), exact: true })
}

function line(app: App, word: string): Locator {
  return composer(app).getByLabel(app.words(word), { exact: true })
}
