// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import { chatsOf, ringingChat } from '#support/desk-preview/chats.ts'
import { popOf, tabOf } from '#support/desk-preview/scenes/pages.ts'
import { inputsOf, showPages } from './show-pages.ts'

const bar = () => within(screen.getByRole('toolbar', { name: 'Page controls' }))
const press = (name: string) => fireEvent.click(bar().getByRole('button', { name }))
const key = (code: string, more = {}) => fireEvent.keyDown(window, { code, ctrlKey: true, ...more })
const call = { kind: 'call', callId: 'c1' }

test('without pages of the site there is no pane, no key and nothing asked', async () => {
  const { showDesk } = await import('#support/desk-preview/show.ts')
  const shown = await showDesk({ pop: popOf({ pages: [], tabs: [], shown: null }) })

  await key('KeyP', { shiftKey: true })

  expect(screen.queryByRole('separator', { name: 'Width of the pages' })).toBeNull()
  expect(screen.queryByRole('button', { name: /pages/ })).toBeNull()
  expect(shown.asked.filter(({ name }) => name.startsWith('pop.'))).toEqual([])
})

test('the bar does with the page what a browser does', async () => {
  const shown = await showPages({ tabs: [tabOf({ canGoForward: true, zoom: 125 })] })

  for (const name of ['Back', 'Forward', 'Reload the page', '125%: back to its own size', 'Print the page'])
    await press(name)

  expect(inputsOf(shown, 'pop.tab')).toEqual(
    ['back', 'forward', 'reload', 'zoom-reset', 'print'].map((verb) => ({ tab: 't1', verb })),
  )
})

test('a page that loads can be stopped, and one that is not encrypted says so', async () => {
  const shown = await showPages({ tabs: [tabOf({ state: { name: 'loading' }, secure: false })] })

  expect(bar().getByText(/^Not encrypted: others can read what you type/)).toBeTruthy()
  await press('Stop loading')

  expect(inputsOf(shown, 'pop.tab')).toEqual([{ tab: 't1', verb: 'stop' }])
})

test('the key of the page itself opens the field too', async () => {
  const shown = await showPages()

  shown.tell({ pop: popOf({ tabs: [tabOf({ find: { text: '', matches: 0, active: 0 } })] }) })

  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Find in the page' }))
})

test('a page in which something was looked for comes to the front without the keyboard', async () => {
  const find = { text: 'gold', matches: 17, active: 3 }
  const shown = await showPages({ tabs: [tabOf(), tabOf({ id: 't2', find })] })
  await key('KeyF', { shiftKey: true })
  const note = document.body.appendChild(document.createElement('input'))
  note.focus()

  shown.tell({ pop: popOf({ tabs: [tabOf(), tabOf({ id: 't2', find })], shown: 't2' }) })
  expect(screen.getByRole('textbox', { name: 'Find in the page' })).toBeTruthy()
  shown.tell({ pop: popOf({ tabs: [tabOf(), tabOf({ id: 't2', find })] }) })

  expect(screen.getByRole('textbox', { name: 'Find in the page' })).toBeTruthy()
  expect(document.activeElement).toBe(note)
  note.remove()
})

test('finding goes on with Enter, back with Shift, and ends with Escape', async () => {
  const shown = await showPages()
  await key('KeyF', { shiftKey: true })
  const field = screen.getByRole('textbox', { name: 'Find in the page' })
  expect(document.activeElement).toBe(field)

  await fireEvent.input(field, { target: { value: 'gold' } })
  await fireEvent.keyDown(field, { key: 'Enter' })
  await fireEvent.keyDown(field, { key: 'Enter', shiftKey: true })
  shown.tell({ pop: popOf({ tabs: [tabOf({ find: { text: 'gold', matches: 17, active: 3 } })] }) })
  expect(screen.getByText('3 of 17')).toBeTruthy()
  await fireEvent.keyDown(field, { key: 'Escape' })
  shown.tell({ pop: popOf() })

  expect(inputsOf(shown, 'pop.find')).toEqual([
    { tab: 't1', text: 'gold', forward: true },
    { tab: 't1', text: 'gold', forward: true },
    { tab: 't1', text: 'gold', forward: false },
    { tab: 't1', text: '', forward: true },
  ])
  expect(screen.queryByRole('textbox', { name: 'Find in the page' })).toBeNull()
})

test.each([
  ['certificate', /certificate is not trusted/],
  ['not-allowed', /does not allow this page/],
  ['no-network', /no connection to the network/],
] as const)(
  'a page that is not there (%s) is told in words, with its code small, and tried again',
  async (why, words) => {
    const shown = await showPages({ tabs: [tabOf({ state: { name: 'failed', why, code: 'ERR_X' } })] })
    const alert = within(screen.getByRole('tabpanel')).getByRole('alert')

    expect(alert.textContent).toMatch(words)
    expect(within(alert).getByText('ERR_X').className).toContain('meta')
    await fireEvent.click(within(alert).getByRole('button', { name: 'Try again' }))

    expect(inputsOf(shown, 'pop.tab')).toEqual([{ tab: 't1', verb: 'reload' }])
  },
)

test('a page that does not respond is waited for until it does, or ended', async () => {
  const stuck = tabOf({ state: { name: 'not-responding' } })
  const shown = await showPages({ tabs: [stuck] })

  await fireEvent.click(screen.getByRole('button', { name: 'Wait' }))
  expect(screen.queryByText('Customer 客户 does not respond')).toBeNull()
  shown.tell({ pop: popOf() })
  shown.tell({ pop: popOf({ tabs: [stuck] }) })
  await fireEvent.click(screen.getByRole('button', { name: 'End the page' }))

  expect(inputsOf(shown, 'pop.tab')).toEqual([{ tab: 't1', verb: 'end' }])
})

test('a page that was not opened says why, until that is read', async () => {
  const shown = await showPages({
    refusals: [{ id: 'r1', page: 'Orders', subject: null, why: { kind: 'missing', value: 'calldata' } }],
  })

  const notice = screen.getByText('Orders was not opened: the call data is not known here.').closest('.notice')
  await fireEvent.click(within(notice as HTMLElement).getByRole('button', { name: 'Dismiss' }))

  expect(inputsOf(shown, 'pop.refusalSeen')).toEqual([{ id: 'r1' }])
})

test('files that come are shown until the agent takes them off', async () => {
  const file = { tab: 't1', bytes: 1_000_000, received: 250_000 }
  const shown = await showPages({
    downloads: [
      { ...file, id: 'd1', file: 'a.pdf', state: 'going' },
      { ...file, id: 'd2', file: 'b.pdf', state: 'done' },
    ],
  })

  for (const name of ['Cancel a.pdf', 'Show b.pdf in its folder', 'Take b.pdf off this list'])
    await fireEvent.click(screen.getByRole('button', { name }))

  expect(inputsOf(shown, 'pop.download')).toEqual([
    { id: 'd1', verb: 'cancel' },
    { id: 'd2', verb: 'show' },
    { id: 'd2', verb: 'forget' },
  ])
})

test('main is told what is looked at in the work list, once', async () => {
  const shown = await showPages()
  expect(inputsOf(shown, 'pop.follow')).toEqual([call])

  const chat = ringingChat({ id: 'chat-1' })
  shown.tell({ chats: chatsOf([chat]) })
  shown.parts.screen.select({ kind: 'chat', id: 'chat-1' })
  shown.tell({ chats: chatsOf([chat]) })
  shown.parts.screen.select({ kind: 'call', id: 'c1' })
  shown.tell({})

  expect(inputsOf(shown, 'pop.follow')).toEqual([call, { kind: 'chat', chatId: 'chat-1' }, call])
})

test('the divider goes by the keyboard and back by a double click', async () => {
  const shown = await showPages()
  const divider = screen.getByRole('separator', { name: 'Width of the pages' })

  await fireEvent.keyDown(divider, { key: 'Home' })
  await fireEvent.dblClick(divider)

  expect(inputsOf(shown, 'settings.change')).toEqual([{ pop: { width: 280 } }, { pop: { width: null } }])
})

test.each([
  ['desk', 'Put the pages away', 'closed'],
  ['closed', 'Show the pages', 'desk'],
  ['window', 'Pages beside the call', 'desk'],
] as const)('pages in place %s: the rail says “%s”', async (place, name, to) => {
  const { showDesk } = await import('#support/desk-preview/show.ts')
  const shown = await showDesk({ pop: popOf({ place }) })

  await fireEvent.click(screen.getByRole('button', { name }))

  expect(inputsOf(shown, 'pop.place')).toEqual([{ place: to }])
})

test('keys of the desk close, reload, print and turn the pages', async () => {
  const shown = await showPages({ tabs: [tabOf(), tabOf({ id: 't2' })] })

  for (const code of ['KeyW', 'KeyR', 'KeyP', 'Tab']) await key(code)
  await key('Tab', { shiftKey: true })
  await key('F6', { ctrlKey: false })

  expect(inputsOf(shown, 'pop.close')).toEqual([{ tab: 't1' }])
  expect(inputsOf(shown, 'pop.tab')).toEqual([
    { tab: 't1', verb: 'reload' },
    { tab: 't1', verb: 'print' },
  ])
  expect(inputsOf(shown, 'pop.show')).toEqual([{ tab: 't2' }, { tab: 't2' }])
  expect(inputsOf(shown, 'pop.focus')).toHaveLength(1)
})

test('the palette opens a page for whom is looked at, in the words of either language', async () => {
  const shown = await showPages()
  await key('KeyK')
  const field = screen.getByRole('combobox')

  await fireEvent.input(field, { target: { value: '打开 Orders' } })
  await fireEvent.keyDown(field, { key: 'Enter' })

  expect(inputsOf(shown, 'pop.open')).toEqual([{ page: 'Orders 订单', subject: call }])
})
