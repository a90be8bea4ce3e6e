// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import type { Chat } from '#contract'
import { chatOf, chatsOf, ringingChat, waitsSince } from '#support/desk-preview/chats.ts'
import { showDesk } from '#support/desk-preview/show.ts'
import { agentIn, ago, callOf } from '#support/desk-preview/state.ts'

const few = { limit: 5 }
const list = () => within(screen.getByRole('region', { name: 'Work list' }))
const named = (name: string) => ({ customer: { id: name, name } })
const names = () => [...document.querySelectorAll('.work-list .chat .name')].map((name) => name.textContent)
const show = (chats: readonly Chat[]) => showDesk({ chats: chatsOf(chats, few) })
const items = () => {
  const found = document.querySelector('.work-list .chat')?.closest('ul')?.parentElement
  if (!found) throw new Error('no work list')
  return found
}

const first = chatOf({ id: '1', ...named('First'), waits: waitsSince(ago(70_000)), unread: 2 })
const second = chatOf({ id: '2', ...named('Second'), channel: 'email' })

test('a row says who, where, what last, how long it waits, and how much is unread', async () => {
  await show([first])

  const row = list().getByRole('button', { name: /First/ })
  expect(row.textContent).toContain('Web chat · Billing 账单')
  expect(row.textContent).toContain('Where is my parcel?')
  expect(within(row).getByRole('timer', { name: 'Waits for a reply' }).textContent).toBe('01:10')
  expect(row.textContent).toContain('soon late')
  expect(row.textContent).toContain('2 unread')
})

test('the rail counts the chats that need somebody', async () => {
  await show([first, ringingChat({ id: '3' }), second])

  expect(screen.getByRole('button', { name: 'Chats, 2 need you' })).toBeTruthy()
})

test('without chat the desk is as it was', async () => {
  await showDesk()

  expect(screen.queryByRole('button', { name: /^Chats/ })).toBeNull()
  expect(screen.queryByLabelText('Channel')).toBeNull()
})

test('a chat that rings is answered and declined in its row', async () => {
  const { asked } = await show([ringingChat({ id: '3', ...named('Ann') })])

  await fireEvent.click(list().getByRole('button', { name: 'Answer Ann' }))
  await fireEvent.click(list().getByRole('button', { name: 'Decline Ann' }))

  expect(asked).toContainEqual({ name: 'chats.answer', input: { chatId: '3' } })
  expect(asked).toContainEqual({ name: 'chats.decline', input: { chatId: '3' } })
})

test('nothing moves under the pointer; it settles when the pointer has gone', async () => {
  const { tell } = await show([first, second])
  await fireEvent.pointerEnter(items())

  tell({ chats: chatsOf([{ ...second, unread: 1 }, chatOf({ id: '3', ...named('Third') }), first], few) })
  expect(names()).toEqual(['First', 'Second', 'Third'])

  await fireEvent.pointerLeave(items())
  expect(names()).toEqual(['Second', 'Third', 'First'])
})

test('what has gone leaves its place empty while the pointer is there', async () => {
  const { tell } = await show([first, second])
  await fireEvent.pointerEnter(items())

  tell({ chats: chatsOf([second], few) })

  expect(document.querySelectorAll('.work-list .gone')).toHaveLength(1)
  expect(names()).toEqual(['Second'])
})

test('nothing moves while the keyboard is in the list', async () => {
  const { tell } = await show([first, second])
  list().getByRole('button', { name: /First/ }).focus()

  tell({ chats: chatsOf([second, first], few) })
  expect(names()).toEqual(['First', 'Second'])

  list().getByRole('textbox', { name: 'Number to call' }).focus()
  await Promise.resolve()
  tell({ chats: chatsOf([second, first], few) })
  expect(names()).toEqual(['Second', 'First'])
})

test('what came meanwhile is told, and sorted in when that is asked for', async () => {
  const { tell } = await show([second])
  await fireEvent.pointerEnter(items())
  tell({ chats: chatsOf([first, second], few) })
  expect(names()).toEqual(['Second', 'First'])

  await fireEvent.click(list().getByRole('button', { name: '1 more came' }))

  expect(names()).toEqual(['First', 'Second'])
})

test('the list is filtered by channel and by what is unread, and says how much it hides', async () => {
  await show([first, second])

  await fireEvent.change(list().getByLabelText('Channel'), { target: { value: 'email' } })
  expect(names()).toEqual(['Second'])
  expect(list().getByText('1 not shown')).toBeTruthy()

  await fireEvent.click(list().getByRole('button', { name: 'Show all' }))
  await fireEvent.click(list().getByRole('button', { name: 'Unread 2' }))
  expect(names()).toEqual(['First'])
})

test('what is read while only the unread is shown stays until it is left', async () => {
  const { tell } = await show([first, second])
  await fireEvent.click(list().getByRole('button', { name: 'Unread 2' }))
  await fireEvent.click(list().getByRole('button', { name: /First/ }))

  tell({ chats: chatsOf([{ ...first, unread: 0 }, second], few) })

  expect(names()).toEqual(['First'])
})

test('Ctrl+1…9 choose in the list, chats too', async () => {
  const { parts } = await showDesk({
    agent: agentIn({ name: 'talking' }),
    calls: { list: [callOf({})], missed: [] },
    chats: chatsOf([first, second], few),
  })

  await fireEvent.keyDown(window, { code: 'Digit3', ctrlKey: true })
  expect([parts.screen.pane, parts.screen.chat?.id]).toEqual(['chats', '2'])

  await fireEvent.keyDown(window, { code: 'Digit1', ctrlKey: true })
  expect([parts.screen.pane, parts.screen.selected?.id]).toEqual(['calls', 'c1'])
})

test('Ctrl+J goes to who rings, then to who has waited longest', async () => {
  const { parts } = await show([first, ringingChat({ id: '3' }), second])
  const next = async () => {
    await fireEvent.keyDown(window, { code: 'KeyJ', ctrlKey: true })
    return parts.screen.chat?.id
  }

  expect([await next(), await next(), await next()]).toEqual(['3', '1', '3'])
})

test('Ctrl+Enter answers a ringing call before a ringing chat', async () => {
  const { asked, tell } = await showDesk({
    calls: { list: [callOf({})], missed: [] },
    chats: chatsOf([ringingChat({ id: '3' })], few),
  })
  const answer = () => fireEvent.keyDown(window, { code: 'Enter', ctrlKey: true })

  await answer()
  tell({ calls: { list: [], missed: [] } })
  await answer()

  expect(asked.filter(({ name }) => name.endsWith('.answer')).map(({ name }) => name)).toEqual([
    'calls.answer',
    'chats.answer',
  ])
})
