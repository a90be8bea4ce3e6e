import { chatSite, paneOf, showChats } from './fixtures/chat/conversation.ts'
import { comeToWork } from './fixtures/work.ts'
import { expect, test } from './fixtures.ts'

const ways = [
  ['mediacall', 'websocket'],
  ['mediacall', 'poll'],
  ['textchat', 'websocket'],
] as const

for (const [dialect, transport] of ways) {
  test(`a chat arrives, is answered, goes both ways and ends, in ${dialect} over ${transport}`, async ({
    centre,
    earshot,
  }) => {
    centre.chatBehaviour.dialect = dialect
    const app = await earshot.start({ audio: 'fake', transport, chat: { ...chatSite, dialect } })
    await comeToWork(app, centre)
    await showChats(app)
    const chat = centre.chatCustomer({ name: 'Li Na' }).writesTo('Web chat', { says: 'Where is my order?' })
    const { log } = paneOf(app)

    await test.step('it rings, and is answered', async () => {
      await app.desk.locator('.work-list .chat.rings button.row').click()
      await app.desk
        .locator('.chat-pane')
        .getByRole('button', { name: app.words('answer') })
        .click()
      expect(await chat.talking).toBe(true)
      await expect(log.getByText('Where is my order?')).toBeVisible()
    })

    await test.step('both sides write, and the platform’s transcript is the agent’s', async () => {
      const field = app.desk.locator('.chat-pane textarea').last()
      for (const text of ['I am looking …', '马上 😀']) {
        await field.fill(text)
        await field.press('Enter')
        await chat.expects(text)
      }
      chat.says('Thank you!')
      await expect(log.getByText('Thank you!')).toBeVisible()
      expect(chat.transcript.map(({ content }) => content)).toEqual([
        'Where is my order?',
        'I am looking …',
        '马上 😀',
        'Thank you!',
      ])
      await app.axe()
      await app.shot(`chat-text-${dialect}-${transport}`)
    })

    await test.step('the agent ends it, and nothing is left open', async () => {
      await app.desk
        .locator('.chat-pane')
        .getByRole('button', { name: app.words('chat_end'), exact: true })
        .click()
      await app.press('chat_ask_end_yes')
      expect(await chat.ended).toBe('agent-ended')
      expect(centre.leftOpen()).toMatchObject({ chats: 0, waiting: 0 })
    })
  })
}
