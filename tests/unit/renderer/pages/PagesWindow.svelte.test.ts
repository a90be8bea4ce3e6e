// @vitest-environment jsdom
import '#support/desk-preview/not-in-jsdom.ts'
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { afterEach, expect, test } from 'vitest'
import type { Bridge, PagesState } from '#contract'
import { overwriteGetLocale } from '#renderer/desk/messages/compiled/runtime.js'
import PagesWindow from '#renderer/pages/PagesWindow.svelte'
import { openPages } from '#renderer/pages/pages.svelte.ts'
import { popOf, tabOf } from '#support/desk-preview/scenes/pages.ts'
import { deskState } from '#support/desk-preview/state.ts'

const { settings } = deskState({ language: 'en', theme: 'light' })

async function show(pop: PagesState['pop']) {
  const asked: { name: string; input: unknown }[] = []
  const listeners = new Map<string, (value: never) => void>()
  const bridge: Bridge<'pages'> = {
    async request(name, input) {
      asked.push({ name, input })
      return { pop, settings } as never
    },
    subscribe(name, listener) {
      listeners.set(name, listener)
      return () => listeners.delete(name)
    },
  }
  const pages = await openPages(bridge)
  overwriteGetLocale(() => pages.language)
  render(PagesWindow, { pages })
  const tell = <N extends keyof PagesState>(name: N, value: PagesState[N]) => {
    listeners.get(`${name}.changed`)?.(value as never)
    flushSync()
  }
  return { asked, tell }
}

afterEach(() => cleanup())

test('shows the same tabs as the desk, and follows what main says of them', async () => {
  const { tell } = await show(popOf({ place: 'window' }))
  expect(screen.getAllByRole('tab')).toHaveLength(1)

  tell('pop', popOf({ place: 'window', tabs: [tabOf(), tabOf({ id: 't2' })] }))

  expect(screen.getAllByRole('tab')).toHaveLength(2)
})

test('takes its words and its theme from the settings', async () => {
  const { tell } = await show(popOf({ place: 'window', tabs: [], shown: null }))
  expect(screen.getByText('Pages open here when a call comes.')).toBeTruthy()

  tell('settings', { ...settings, language: 'zh-CN', theme: 'dark' })

  expect(screen.getByText('来电时，页面会在这里打开。')).toBeTruthy()
  expect(document.documentElement.dataset.theme).toBe('dark')
})

test('a page is opened for whom the one that is seen is about', async () => {
  const { asked } = await show(popOf({ place: 'window' }))

  await fireEvent.keyDown(screen.getByRole('button', { name: 'More about pages' }), { key: 'Enter' })
  await fireEvent.keyDown(await screen.findByRole('menuitem', { name: 'Open Orders 订单' }), { key: 'Enter' })

  expect(asked).toContainEqual({
    name: 'pop.open',
    input: { page: 'Orders 订单', subject: { kind: 'call', callId: 'c1' } },
  })
})

test('obeys the keys of pages and no others', async () => {
  const { asked } = await show(popOf({ place: 'window' }))

  await fireEvent.keyDown(window, { code: 'KeyW', ctrlKey: true })
  await fireEvent.keyDown(window, { code: 'KeyH', ctrlKey: true, shiftKey: true })

  expect(asked.map(({ name }) => name).filter((name) => name !== 'pop.room')).toEqual(['pages.current', 'pop.close'])
})
