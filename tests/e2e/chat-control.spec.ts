import { chatSite, chatWith, row } from './fixtures/chat/conversation.ts'
import { comeToWork } from './fixtures/work.ts'
import { type App, expect, test } from './fixtures.ts'

const categories = { parcel: { en: 'Parcel', 'zh-CN': '包裹' } }
const site = { ...chatSite, survey: true, categories }

async function pick(app: App, typed: string): Promise<void> {
  const field = app.desk.getByRole('dialog').getByRole('combobox', { name: app.words('handover_to') })
  await field.fill(typed)
}

async function write(app: App, text: string): Promise<void> {
  const field = app.desk.locator('.chat-pane textarea').last()
  await field.fill(text)
  await field.press('Enter')
}

test('ended with the survey asked for, note and category kept as they are written, then closed', async ({
  centre,
  earshot,
}) => {
  const app = await earshot.start({ audio: 'fake', chat: site })
  await comeToWork(app, centre)
  const { chat } = await chatWith(app, centre, { says: 'Hello', data: 'CRM 4711' })

  await test.step('asked in place; the same key again is the answer', async () => {
    await app.desk.keyboard.press('Control+Shift+E')
    await expect(app.desk.getByRole('checkbox', { name: app.words('chat_ask_survey') })).toBeChecked()
    await app.axe()
    await app.shot('chat-end-asked')
    expect(chat.state).toBe('talking')
    await app.desk.keyboard.press('Control+Shift+E')
    expect(await chat.ended).toBe('agent-ended')
  })
  await test.step('what is written stays with it while other chats are looked at', async () => {
    await expect(row(app, 'Li Na')).toContainText(app.words('chat_end_agent'))
    await app.desk.getByLabel(app.words('chat_category')).selectOption('parcel')
    await app.desk.getByRole('textbox', { name: app.words('note'), exact: true }).fill('Parcel is at the neighbour’s')
    await chatWith(app, centre, { says: 'Me too' }, { id: 'wang', name: 'Wang' })
    await row(app, 'Li Na').click()
    await expect(app.desk.getByRole('textbox', { name: app.words('note'), exact: true })).toHaveValue(
      'Parcel is at the neighbour’s',
    )
    await expect(app.desk.getByLabel(app.words('chat_category'))).toHaveValue('parcel')
    await app.axe()
    await app.press('chat_close')
    await expect(row(app, 'Li Na')).toHaveCount(0)
  })
})

test('给另一队列：释放转移，数据随会话走', async ({ centre, earshot }) => {
  const app = await earshot.start({ audio: 'fake', chat: site, language: 'zh-CN' })
  await comeToWork(app, centre)
  const { chat } = await chatWith(app, centre, { says: '你好' })

  await app.desk.keyboard.press('Control+Shift+T')
  await pick(app, '12')
  const dialog = app.desk.getByRole('dialog')
  await dialog.getByRole('button', { name: app.words('mode_release') }).click()
  const data = dialog.getByRole('textbox', { name: app.words('handover_data') })
  await data.fill('字'.repeat(683))
  await expect(dialog.getByText(app.words('chat_bytes_over'))).toBeVisible()
  await data.fill('CRM 4712')
  await app.axe()
  await app.shot('chat-transfer')
  await dialog.getByRole('button', { name: app.words('handover_do_transfer'), exact: true }).click()

  await expect(dialog).toHaveCount(0)
  await expect(row(app, 'Li Na').first()).toContainText(app.words('chat_end_transferred'))
  expect(chat.end).toBeNull()
})

test('a colleague is asked beside the customer’s chat, and then given it', async ({ centre, earshot }) => {
  const alice = await earshot.start({ audio: 'fake', chat: site })
  const wang = await earshot.start({ audio: 'fake', chat: site })
  await comeToWork(alice, centre)
  // At the colleague's they ring with no name yet.
  const { chat } = await chatWith(alice, centre, { says: 'Where is it?' }, { id: 'Li-Na', name: 'Li-Na' })
  await comeToWork(wang, centre, '6002')

  await test.step('inside, and the customer sees none of it', async () => {
    await alice.press('chat_consult')
    await pick(alice, '6002')
    await alice.press('chat_do_consult')
    await wang.desk.getByRole('button', { name: wang.words('chat_answer_who', { who: '6001' }) }).click()
    await alice.desk.locator('.work-list .chat.inner button.row').click()
    await write(alice, 'Do you know this customer?')
    await expect(wang.desk.locator('.chat-pane').getByText('Do you know this customer?')).toBeVisible()
    await alice.axe()
    await alice.shot('chat-inner')
    expect(chat.received.map(({ content }) => content)).not.toContain('Do you know this customer?')
  })
  await test.step('handed over when answered', async () => {
    await row(alice, 'Li-Na').first().click()
    await alice.desk.keyboard.press('Control+Shift+T')
    const dialog = alice.desk.getByRole('dialog')
    await dialog.getByRole('button', { name: alice.words('kind_agent') }).click()
    await pick(alice, '6002')
    await dialog.getByRole('button', { name: alice.words('handover_do_transfer'), exact: true }).click()
    await wang.desk.getByRole('button', { name: wang.words('chat_answer_who', { who: 'Li-Na' }) }).click()
    await write(wang, 'I have it here')
    await chat.expects('I have it here')
    await expect(row(alice, 'Li-Na').first()).toContainText(alice.words('chat_end_transferred'))
  })
})
