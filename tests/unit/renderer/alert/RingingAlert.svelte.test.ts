// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { afterEach, expect, test, vi } from 'vitest'
import type { AlertState, Bridge, Call } from '#contract'
import { openAlert } from '#renderer/alert/alert.svelte.ts'
import RingingAlert from '#renderer/alert/RingingAlert.svelte'
import { overwriteGetLocale } from '#renderer/desk/messages/compiled/runtime.js'
import { chatsOf, ringingChat } from '#support/desk-preview/chats.ts'
import { ago, callOf, deskState } from '#support/desk-preview/state.ts'

const { chats, settings } = deskState({ language: 'en', theme: 'light' })
const calls = (list: readonly Call[]): AlertState['calls'] => ({ list, missed: [] })

async function show(list: readonly Call[], now = chats) {
  const asked: { name: string; input: unknown }[] = []
  const listeners = new Map<string, (value: never) => void>()
  const bridge: Bridge<'alert'> = {
    async request(name, input) {
      asked.push({ name, input })
      return (
        name === 'alert.current' ? { calls: calls(list), chats: now, country: 'CN', settings } : { ok: true }
      ) as never
    },
    subscribe(name, listener) {
      listeners.set(name, listener)
      return () => listeners.delete(name)
    },
  }
  const alert = await openAlert(bridge)
  overwriteGetLocale(() => alert.language)
  render(RingingAlert, { alert })
  const tell = (now: readonly Call[]) => {
    listeners.get('calls.changed')?.(calls(now) as never)
    flushSync()
  }
  return { asked, tell }
}

afterEach(() => cleanup())

test('shows who calls and which queue, and answers', async () => {
  const { asked } = await show([callOf({})])

  expect(screen.getByText('138 0013 8000')).toBeTruthy()
  expect(screen.getByText('Billing 账单')).toBeTruthy()
  await fireEvent.click(screen.getByRole('button', { name: 'Answer' }))

  expect(asked).toContainEqual({ name: 'calls.answer', input: { callId: 'c1' } })
})

test('declining gives the call back to the queue', async () => {
  const { asked } = await show([callOf({})])

  await fireEvent.click(screen.getByRole('button', { name: 'Decline' }))

  expect(asked).toContainEqual({ name: 'calls.decline', input: { callId: 'c1', mode: 'requeue' } })
})

test('anywhere else opens the desk', async () => {
  const { asked } = await show([callOf({})])

  await fireEvent.click(screen.getByRole('button', { name: 'Open Earshot' }))

  expect(asked).toContainEqual({ name: 'alert.openDesk', input: undefined })
})

test('of several the newest is shown, with the number of the others', async () => {
  await show([
    callOf({ id: 'old', name: 'Old', phase: { name: 'ringing', since: ago(9_000) } }),
    callOf({ id: 'new', name: 'New', phase: { name: 'ringing', since: ago(1_000) } }),
  ])

  expect(screen.getByText('New')).toBeTruthy()
  expect(screen.getByText('+1 more')).toBeTruthy()
})

test('a call that stopped ringing is gone', async () => {
  const { tell } = await show([callOf({})])

  tell([callOf({ phase: { name: 'ended', at: 1, reason: 'customer-gave-up' }, verbs: [] })])

  expect(screen.queryByRole('button', { name: 'Answer' })).toBeNull()
})

test('a new call is reported painted, after its frame', async () => {
  const { asked, tell } = await show([])

  tell([callOf({ id: 'c9' })])

  await vi.waitFor(() => expect(asked).toContainEqual({ name: 'alert.painted', input: { callId: 'c9' } }))
})

test('a call that waits while the agent talks is told softly', async () => {
  const talks = callOf({ id: 'c9', phase: { name: 'talking', since: 1, muted: false }, verbs: ['hang-up'] })

  const { tell } = await show([talks, callOf({ name: 'Li Na' })])

  expect(screen.getByRole('main', { name: 'Call waiting' })).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getByRole('button', { name: 'Answer' })).toBeTruthy()
  tell([callOf({ name: 'Li Na' })])
  expect(screen.getByRole('alert')).toBeTruthy()
})

test('a chat that rings says who and where from, and is answered and declined', async () => {
  const { asked } = await show([], chatsOf([ringingChat({ id: 'a' })]))

  expect(screen.getByText('Web chat · Billing 账单')).toBeTruthy()
  expect(screen.getByText('Li Na 李娜')).toBeTruthy()
  await fireEvent.click(screen.getByRole('button', { name: 'Answer' }))
  await fireEvent.click(screen.getByRole('button', { name: 'Decline' }))

  expect(asked).toContainEqual({ name: 'chats.answer', input: { chatId: 'a' } })
  expect(asked).toContainEqual({ name: 'chats.decline', input: { chatId: 'a' } })
})

test('a call goes before a chat, which is counted', async () => {
  await show([callOf({})], chatsOf([ringingChat({ id: 'a' })]))

  expect(screen.getByText('138 0013 8000')).toBeTruthy()
  expect(screen.getByText('+1 more')).toBeTruthy()
})
