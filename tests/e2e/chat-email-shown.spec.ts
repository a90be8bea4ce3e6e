import { chatWith } from './fixtures/chat/conversation.ts'
import { siteWithFiles } from './fixtures/chat/files.ts'
import { comeToWork } from './fixtures/work.ts'
import { expect, test } from './fixtures.ts'

const html = `
<style>p { color: rgb(1, 2, 3) }</style>
<p>Where is my <b>invoice</b>? <a href="https://evil.example/pay">https://bank.example/pay</a></p>
<img src="https://127.0.0.1:9/spy.gif" alt="spy">
<script>document.body.dataset.ran = 'yes'</script><img src=x onerror="document.body.dataset.ran = 'yes'">
<form action="https://evil.example"><input name="password"></form>
<blockquote>what we wrote before</blockquote>`

test('an e-mail is read in a frame in which nothing runs, and fetches nothing unasked', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake', chat: siteWithFiles(centre) })
  await comeToWork(app, centre)
  const who = { channel: 'EMAIL', id: 'li.na@example.com', name: 'Li Na' } as const
  const { chat, pane, log } = await chatWith(app, centre, {}, who)
  const asked: string[] = []
  app.desk.on('request', (request) => asked.push(request.url()))

  chat.sends({ kind: 'EMAIL', subject: 'Invoice of October', html, cc: ['audit@example.com'] })
  const mail = log.frameLocator('iframe')

  await test.step('its words and its own look', async () => {
    await expect(log.getByRole('heading', { name: 'Invoice of October' })).toBeVisible()
    await expect(log.getByText('audit@example.com')).toBeVisible()
    await expect(mail.getByText('Where is my invoice?')).toHaveCSS('color', 'rgb(1, 2, 3)')
  })
  await test.step('nothing of it runs, asks or fetches', async () => {
    await expect(mail.locator('script, form, input, [onerror]')).toHaveCount(0)
    await expect(mail.locator('body')).not.toHaveAttribute('data-ran', 'yes')
    expect(await log.locator('iframe').getAttribute('sandbox')).toBe('')
    expect(asked.filter((url) => !url.startsWith('earshot://'))).toEqual([])
  })
  await test.step('what is quoted is folded', async () => {
    await expect(mail.getByText('what we wrote before')).toBeHidden()
    await mail.getByText(app.words('conv_email_quoted')).click()
    await expect(mail.getByText('what we wrote before')).toBeVisible()
  })
  await test.step('a link is told with where it really goes, and asked about', async () => {
    const links = log.getByText(app.words('conv_email_links', { count: '1' }))
    // The hand goes from the mail to what stands below it: the first click there counts, and nothing moves under it.
    await mail.getByText('https://bank.example/pay').click()
    await links.scrollIntoViewIfNeeded()
    // A hand clicks what it sees: until it is painted the click would be for what stood there before.
    await app.desk.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    const { x, y, width, height } = (await links.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    await app.desk.mouse.click(x + width / 2, y + height / 2)
    const link = log.getByRole('link', { name: 'https://bank.example/pay' })
    await expect(link).toBeInViewport()
    expect((await links.boundingBox())?.y).toBe(y)
    await link.click()
    await expect(pane.getByText('Open evil.example in the browser?')).toBeVisible()
    await app.axe()
    await app.shot('chat-email-shown')
    await app.press('cancel')
  })
  await test.step('pictures from elsewhere come when they are asked for', async () => {
    await log.getByRole('button', { name: app.words('conv_email_show_remote') }).click()
    await expect(mail.getByAltText('spy')).toHaveAttribute('src', /spy\.gif/)
  })
})
