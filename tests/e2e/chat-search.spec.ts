import { EVE, EVE_WRITTEN, eveIsThere } from './fixtures/calls/people.ts'
import { chatSite, chatWith, paneOf } from './fixtures/chat/conversation.ts'
import { browserIn } from './fixtures/outside/browser.ts'
import { comeToWork } from './fixtures/work.ts'
import { type App, expect, test } from './fixtures.ts'

const sought = 'The parcel is blue.'

test('what was said is found over all conversations, and shown at its place', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake', chat: chatSite })
  await comeToWork(app, centre)
  const past = await chatWith(app, centre, { says: 'Past begins.' })
  await past.chat.pours('before', 80, 1)
  past.chat.says(sought)
  await past.chat.pours('after', 80, 1)
  await expect(past.log.getByText('after 80')).toBeVisible()
  past.chat.leaves()
  await app.press('chat_close')
  const live = await chatWith(app, centre, { says: 'Live begins.' }, { id: 'wang', name: 'Wang' })
  await live.chat.pours('earlier', 120, 1)
  await expect(live.log.getByText('earlier 120')).toBeVisible()
  await test.step('asked for, it takes the first letter', async () => {
    await app.press('conv_all_search')
    await expect(app.desk.getByLabel(app.words('conv_all_label'))).toBeFocused()
    await app.axe()
  })

  await test.step('in a conversation that is over', async () => {
    await search(app, 'parcel blue')
    await found(app, sought).click()
    const { log } = paneOf(app)
    await expect(log.getByText(sought)).toBeInViewport()
    await expect(log.getByText('before 80')).toBeInViewport()
    await expect(log.getByText('after 1', { exact: true })).toBeInViewport()
    await app.axe()
    await app.shot('chat-search-past')
  })
  await test.step('another one of the same conversation', async () => {
    await search(app, 'before 71')
    await found(app, 'before 71').click()
    await expect(paneOf(app).log.getByText('before 71')).toBeInViewport()
  })
  await test.step('in one that is open, in the place where it is answered', async () => {
    await search(app, 'earlier 33')
    await found(app, 'earlier 33').click()
    await expect(app.desk.locator('.chat-pane h2')).toHaveText('Wang')
    await expect(live.log.getByText('earlier 33')).toBeInViewport()
    await app.shot('chat-search-live')
  })
})

test('a link and a number in a message are asked about, and then opened and called', async ({
  centre,
  earshot,
}, testInfo) => {
  const browser = await browserIn(testInfo.outputDir)
  const nextOfEve = eveIsThere(centre)
  const app = await earshot.start({ audio: 'fake', chat: chatSite, env: browser.env })
  await comeToWork(app, centre)
  const says = `See https://shop.example/orders/4471?x=1 and call ${EVE}`
  const { log } = await chatWith(app, centre, { says })

  await test.step('the link, in the system’s browser', async () => {
    await log.getByRole('link', { name: 'https://shop.example/orders/4471?x=1' }).click()
    await app.press('conv_open_outside')
    await browser.expectOpened('https://shop.example/orders/4471?x=1')
  })
  await test.step('the number, by the telephone', async () => {
    await log.getByRole('button', { name: EVE }).click()
    await expect(app.desk.getByText(app.words('conv_ask_call', { number: EVE_WRITTEN }))).toBeVisible()
    await app.desk
      .locator('.asking')
      .getByRole('button', { name: app.words('conv_call'), exact: true })
      .click()
    expect((await nextOfEve()).state).toBe('talking')
    await app.expectState('state_talking')
    await expect(log.getByText(says.slice(0, 3))).toBeVisible()
  })
})

async function search(app: App, text: string): Promise<void> {
  await app.desk.getByLabel(app.words('conv_all_label')).fill(text)
}

function found(app: App, text: string) {
  return app.desk
    .getByRole('region', { name: app.words('conv_all_found_list') })
    .getByRole('button')
    .filter({ hasText: text })
}
