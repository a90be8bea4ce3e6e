// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Pop } from '#contract'
import { popOf, tabOf } from '#support/desk-preview/scenes/pages.ts'
import { deskState } from '#support/desk-preview/state.ts'
import { inputsOf, showPages } from './show-pages.ts'

const places = new Map<string, DOMRect>()
const put = (selector: string, x: number, y: number, width: number, height: number) =>
  places.set(selector, new DOMRect(x, y, width, height))
const room = { x: 730, y: 141, width: 550, height: 659 }

beforeEach(() => {
  // jsdom lays nothing out.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    return [...places].find(([selector]) => this.matches(selector))?.[1] ?? new DOMRect()
  })
  put('.page-room', 729.6, 141.2, 550.4, 658.8)
})
afterEach(() => {
  places.clear()
  vi.restoreAllMocks()
})

async function show(pop: Partial<Pop> = {}) {
  const shown = await showPages(pop)
  return { ...shown, rooms: () => inputsOf(shown, 'pop.room') }
}

/** A menu as bits-ui makes one: at the end of the page, placed by its style. */
function openMenu(): HTMLElement {
  const menu = document.createElement('div')
  menu.className = 'floating'
  document.body.append(menu)
  return menu
}

test('says where it leaves room, in whole pixels', async () => {
  const { rooms } = await show()

  expect(rooms()).toEqual([room])
})

test('a menu over the room hides the page until it is gone', async () => {
  const { rooms } = await show()
  put('.floating', 1_000, 100, 200, 300)

  const menu = openMenu()
  await waitFor(() => expect(rooms()).toEqual([room, null]))
  menu.remove()

  await waitFor(() => expect(rooms()).toEqual([room, null, room]))
})

test('a menu beside the room hides nothing', async () => {
  const { rooms } = await show()
  put('.floating', 20, 60, 300, 300)
  const menu = openMenu()
  put('.page-room', 800, 141, 480, 659)
  menu.className = 'floating open'

  await waitFor(() => expect(rooms()).toEqual([room, { x: 800, y: 141, width: 480, height: 659 }]))
  menu.remove()
})

test.each<[string, Partial<Pop>]>([
  ['it asks something', { questions: [{ id: 'q1', tab: 't1', kind: 'leave', closing: false }] }],
  ['it failed', { tabs: [tabOf({ state: { name: 'failed', why: 'refused', code: 'ERR_CONNECTION_REFUSED' } })] }],
  ['it crashed', { tabs: [tabOf({ state: { name: 'crashed' } })] }],
  ['there is none', { tabs: [], shown: null }],
])('nothing is seen of a page while %s', async (_, pop) => {
  const { rooms, tell } = await show()

  tell({ pop: popOf(pop) })

  await waitFor(() => expect(rooms()).toEqual([room, null]))
})

test('a question of another tab leaves this page where it is, and is told', async () => {
  const { rooms, tell } = await show()

  tell({
    pop: popOf({
      tabs: [tabOf(), tabOf({ id: 't2', page: 'Orders' })],
      questions: [{ id: 'q1', tab: 't2', kind: 'leave', closing: false }],
    }),
  })

  expect(screen.getByText('Orders asks something.')).toBeTruthy()
  expect(rooms()).toEqual([room])
})

test('while the divider is dragged no page swallows the pointer', async () => {
  const { rooms, parts } = await show()

  parts.pages.screen.dragged = 500
  flushSync()
  expect(rooms()).toEqual([room, null])
  parts.pages.screen.dragged = null
  flushSync()

  expect(rooms()).toEqual([room, null, room])
})

test.each<[string, Parameters<Awaited<ReturnType<typeof show>>['tell']>[0]]>([
  ['in bar mode', { settings: { ...deskState({ language: 'en', theme: 'light' }).settings, barMode: true } }],
  ['when the pages are put away', { pop: popOf({ place: 'closed' }) }],
  ['when they have a window of their own', { pop: popOf({ place: 'window' }) }],
  ['signed out', { agent: { status: 'signed-out' } as never }],
])('leaves no room %s', async (_, news) => {
  const { rooms, tell } = await show()

  tell(news)

  expect(rooms()).toEqual([room, null])
})
