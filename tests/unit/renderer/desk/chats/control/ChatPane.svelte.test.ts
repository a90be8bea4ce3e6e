// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import type { Chat, Chats } from '#contract'
import { chatOf, chatsOf, ringingChat, waitsSince } from '#support/desk-preview/chats.ts'
import { showDesk } from '#support/desk-preview/show.ts'
import { ago } from '#support/desk-preview/state.ts'

const few = { limit: 5 }
const chat = chatOf({ id: 'a', waits: waitsSince(ago(5_000)), associatedData: 'CRM 4711' })
const press = (code: string) => fireEvent.keyDown(window, { code, ctrlKey: true, shiftKey: true })

async function open(list: readonly Chat[], site: Partial<Chats['site']> = {}) {
  const shown = await showDesk({ chats: chatsOf(list, { ...few, ...site }) })
  shown.answer('chats.page', { messages: [], more: false })
  shown.answer('chats.earlier', { chats: [], more: false })
  shown.answer('drafts.all', [])
  shown.answer('replies.all', [])
  await shown.parts.chatPane.load()
  shown.parts.screen.select({ kind: 'chat', id: list[0]?.id ?? '' })
  const pane = await screen.findByRole('article', { name: 'Chat' })
  return { ...shown, pane: within(pane) }
}

test('the header says who, where from and since when, and what can be done', async () => {
  const { pane } = await open([chat])

  expect(pane.getByRole('heading', { name: 'Li Na 李娜' })).toBeTruthy()
  expect(pane.getByText('Web chat · Billing 账单 · web-a')).toBeTruthy()
  const verbs = within(pane.getByRole('group', { name: 'What can be done with this chat' }))
  expect(verbs.getAllByRole('button').map((button) => button.textContent?.trim() || button.title)).toEqual([
    'Pin to the top',
    'Transfer',
    'Consult',
    'End',
  ])
})

test('a chat that rings is answered and declined in its pane, without a note', async () => {
  const { asked, pane } = await open([ringingChat({ id: 'r' })])

  await fireEvent.click(pane.getByRole('button', { name: 'Answer' }))
  await fireEvent.click(pane.getByRole('button', { name: 'Decline' }))

  expect(asked).toContainEqual({ name: 'chats.answer', input: { chatId: 'r' } })
  expect(asked).toContainEqual({ name: 'chats.decline', input: { chatId: 'r' } })
  expect(pane.queryByText('Note, category, data')).toBeNull()
})

test('End asks in place, and the same key again ends with the survey', async () => {
  const { asked, pane } = await open([chat])

  await press('KeyE')
  expect(pane.getByRole('alert', { name: 'End the chat with Li Na 李娜?' })).toBeTruthy()
  expect(asked.some(({ name }) => name === 'chats.end')).toBe(false)
  await press('KeyE')

  expect(asked).toContainEqual({ name: 'chats.end', input: { chatId: 'a', survey: true } })
})

test('the customer is not asked where the agent does not want it, nor where the site has no survey', async () => {
  const { asked, pane, tell } = await open([chat])
  await fireEvent.click(pane.getByRole('button', { name: 'End' }))
  await fireEvent.click(pane.getByRole('checkbox', { name: 'Ask the customer how it was' }))
  await fireEvent.click(pane.getByRole('button', { name: 'End the chat' }))
  expect(asked).toContainEqual({ name: 'chats.end', input: { chatId: 'a', survey: false } })

  tell({ chats: chatsOf([chat], { ...few, survey: false }) })
  await fireEvent.click(pane.getByRole('button', { name: 'End' }))
  expect(pane.queryByRole('checkbox')).toBeNull()
})

test('what failed is told under the header until it is read', async () => {
  const { pane, answer } = await open([chat], { survey: false })
  answer('chats.end', { ok: false, reason: 'no-answer' })

  await fireEvent.click(pane.getByRole('button', { name: 'End' }))
  await fireEvent.click(pane.getByRole('button', { name: 'End the chat' }))
  const alert = await pane.findByRole('alert', { name: 'The chat was not ended' })
  await fireEvent.click(within(alert).getByRole('button', { name: 'Dismiss' }))

  expect(pane.queryByRole('alert', { name: 'The chat was not ended' })).toBeNull()
})

test('an ended chat says why, keeps its note as it is typed, and is closed', async () => {
  const over = chatOf({ id: 'o', phase: { name: 'ended', at: ago(5_000), how: 'taken-away' } })
  const categories = [{ key: 'parcel', en: 'Parcel', zhCN: '包裹' }]
  const { asked, pane } = await open([over], { categories })

  expect(pane.getByText('Given to somebody else')).toBeTruthy()
  await fireEvent.change(pane.getByRole('combobox', { name: 'Category' }), { target: { value: 'parcel' } })
  await fireEvent.input(pane.getByRole('textbox', { name: 'Note' }), { target: { value: 'Late again' } })
  await waitFor(() =>
    expect(asked).toContainEqual({
      name: 'chats.note',
      input: { chatId: 'o', text: 'Late again', category: 'parcel' },
    }),
  )
  await fireEvent.click(pane.getByRole('button', { name: 'Close' }))

  expect(asked).toContainEqual({ name: 'chats.close', input: { chatId: 'o' } })
})

test('a transfer goes to a queue when answered, with the data the chat has', async () => {
  const { asked } = await open([chat])

  await press('KeyT')
  const dialog = within(await screen.findByRole('dialog', { name: 'Transfer the chat with Li Na 李娜' }))
  await fireEvent.input(dialog.getByRole('combobox', { name: 'To whom' }), { target: { value: '12' } })
  await fireEvent.click(dialog.getByRole('button', { name: 'Transfer' }))

  expect(asked).toContainEqual({
    name: 'chats.transfer',
    input: { chatId: 'a', to: { kind: 'queue', address: '12' }, mode: 'success', associatedData: 'CRM 4711' },
  })
})

test('data are counted in bytes, and too much of them is not sent', async () => {
  const { asked } = await open([chat])

  await press('KeyT')
  const dialog = within(await screen.findByRole('dialog'))
  await fireEvent.input(dialog.getByRole('combobox', { name: 'To whom' }), { target: { value: '12' } })
  await fireEvent.input(dialog.getByRole('textbox', { name: 'Data that goes along' }), {
    target: { value: '字'.repeat(683) },
  })
  await fireEvent.click(dialog.getByRole('button', { name: 'Transfer' }))

  expect(dialog.getByText('2049 of 2048 bytes That is too much. Shorten it.')).toBeTruthy()
  expect(asked.some(({ name }) => name === 'chats.transfer')).toBe(false)
})

test('a colleague is asked inside, and found from both sides', async () => {
  const inner = chatOf({ id: 'i', channel: 'agent', about: 'a', direction: 'internal', customer: { id: '6073' } })
  const { asked, pane, parts } = await open([chat, inner])

  await fireEvent.click(pane.getByRole('button', { name: 'Consult' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Ask a colleague about Li Na 李娜' }))
  await fireEvent.input(dialog.getByRole('combobox', { name: 'To whom' }), { target: { value: '6073' } })
  await fireEvent.click(dialog.getByRole('button', { name: 'Ask' }))
  expect(asked).toContainEqual({ name: 'chats.writeInside', input: { workNumber: '6073', about: 'a' } })

  await fireEvent.click(pane.getByRole('button', { name: 'With 6073' }))
  expect(parts.screen.chat?.id).toBe('i')
  await fireEvent.click(await screen.findByRole('button', { name: 'Back to Li Na 李娜' }))
  expect(parts.screen.chat?.id).toBe('a')
})
