// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import { popOf, tabOf } from '#support/desk-preview/scenes/pages.ts'
import { inputsOf, showPages, turned } from './show-pages.ts'

const two = [tabOf(), tabOf({ id: 't2', page: 'Orders', person: '13912345678', over: true })]
const tabs = () => screen.getAllByRole('tab')
const names = () => tabs().map((tab) => tab.textContent?.replace(/\s+/g, ' ').trim())

test('a tab says its page, whose it is, and whether that call is up', async () => {
  await showPages({ tabs: two })

  expect(names()).toEqual(['Customer 客户 Li Na 李娜 in progress', 'Orders 139 1234 5678 ended'])
  expect(tabs().map((tab) => tab.getAttribute('aria-selected'))).toEqual(['true', 'false'])
})

test('what a tab needs is told without looking into it', async () => {
  await showPages({
    tabs: [
      tabOf({ id: 'a', state: { name: 'loading' } }),
      tabOf({ id: 'b', state: { name: 'failed', why: 'other', code: 'ERR_FAILED' } }),
      tabOf({ id: 'c', state: { name: 'crashed' } }),
      tabOf({ id: 'd', state: { name: 'not-responding' } }),
      tabOf({ id: 'e', silenced: true }),
      tabOf({ id: 'f' }),
    ],
    shown: 'a',
    questions: [{ id: 'q1', tab: 'f', kind: 'leave', closing: false }],
  })

  expect(names().map((name) => name?.split('in progress ').at(-1))).toEqual([
    'loading',
    'not loaded',
    'not loaded',
    'does not respond',
    'silenced during the call',
    'asks something',
  ])
})

test('the arrow keys go from tab to tab, round the ends, and one tab alone is in the order of the keys', async () => {
  const shown = await showPages({ tabs: two })
  tabs()[0]?.focus()

  await fireEvent.keyDown(tabs()[0] as HTMLElement, { key: 'ArrowLeft' })

  expect(document.activeElement).toBe(tabs()[1])
  expect(inputsOf(shown, 'pop.show')).toEqual([{ tab: 't2' }])
  shown.tell({ pop: popOf({ tabs: two, shown: 't2' }) })
  expect(tabs().map(({ tabIndex }) => tabIndex)).toEqual([-1, 0])
})

test('a tab is closed by its cross, by the middle button and by Delete', async () => {
  const shown = await showPages({ tabs: two })
  const [first, second] = tabs() as [HTMLElement, HTMLElement]

  await fireEvent.click(screen.getByTitle('Close Customer 客户'))
  await fireEvent(second, new MouseEvent('auxclick', { button: 1, bubbles: true }))
  await fireEvent.keyDown(first, { key: 'Delete' })

  expect(inputsOf(shown, 'pop.close')).toEqual([{ tab: 't1' }, { tab: 't2' }, { tab: 't1' }])
})

test('a page that pops takes no focus, and the others stay where they are', async () => {
  const shown = await showPages({ tabs: [tabOf()] })
  const field = screen.getByLabelText<HTMLInputElement>('Number to call')
  field.focus()

  shown.tell({ pop: popOf({ tabs: two, shown: 't2' }) })

  expect(document.activeElement).toBe(field)
  expect(names()).toEqual(['Customer 客户 Li Na 李娜 in progress', 'Orders 139 1234 5678 ended'])
})

test('a window that a page opened is told by its own title, in which no sign turns the order', async () => {
  await showPages({ tabs: [tabOf(), tabOf({ id: 't2', opener: 't1', title: `gold ${turned}fdp.exe` })] })

  expect(names()[1]).toBe('Customer 客户: “gold \ufffdfdp.exe” Li Na 李娜 in progress')
})

test('the menu lists them all, and closes those of calls that are over', async () => {
  const shown = await showPages({ tabs: two })

  await fireEvent.keyDown(screen.getByRole('button', { name: 'All 2 pages' }), { key: 'Enter' })
  expect(await screen.findAllByRole('menuitemradio')).toHaveLength(2)
  await fireEvent.keyDown(screen.getByRole('menuitem', { name: 'Close pages of ended calls' }), { key: 'Enter' })

  expect(inputsOf(shown, 'pop.closeEnded')).toHaveLength(1)
})
