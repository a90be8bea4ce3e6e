import { paneOf, showChats } from '../../../../e2e/fixtures/chat/conversation.ts'
import type { Guide } from '../guide.ts'
import { expect } from '../patience.ts'

/** Somebody writes instead of calling. */
export async function chat({ app, centre, step }: Guide): Promise<void> {
  const { log } = paneOf(app)
  const rings = app.desk.locator('.work-list .chat.rings')
  const customer = await step('chat-rings', 'A customer writes to the queue of chats', async (check) => {
    await showChats(app)
    const writing = centre.chatCustomer({ name: 'Li Na', channel: 'WECHAT' }).writesTo('Web chat', { says: '你好！' })
    await check('the desk shows', () => expect(rings).toHaveCount(1))
    return writing
  })

  await step('chat-answered', 'Answered, and both write', async (check) => {
    await rings.locator('button.row').click()
    await app.desk
      .locator('.chat-pane')
      .getByRole('button', { name: app.words('answer') })
      .click()
    await check('the platform says that it is open', async () => expect(await customer.talking).toBe(true))
    await check('what was written before stands there', () => expect(log.getByText('你好！')).toBeVisible())
    const field = app.desk.locator('.chat-pane textarea').last()
    await field.fill('Good morning. How can I help?')
    await field.press('Enter')
    await check('the customer reads the answer', () => customer.expects('Good morning. How can I help?'))
  })

  await step('chat-ended', 'The customer leaves', async (check) => {
    customer.leaves()
    await check('ended', async () => expect(await customer.ended).toBe('customer-left'))
    await check('nothing is left open', async () => expect(centre.leftOpen().chats).toBe(0))
  })
}
