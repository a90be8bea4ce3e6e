import { expect, test, vi } from 'vitest'
import { openLinks, selectedText } from '#main/desktop/links.ts'

type OnOpen = (event: { preventDefault(): void }, link: string) => void

function setUp(argv: readonly string[]) {
  let onOpen: OnOpen = () => undefined
  const app = {
    on: (_: string, listener: OnOpen) => {
      onOpen = listener
      return app
    },
  }
  const linkAmong = (words: readonly string[]) => words.find((word) => word.startsWith('tel:')) ?? null
  const links = openLinks({ app: app as never, argv, linkAmong })
  return { links, open: (link: string) => onOpen({ preventDefault: () => undefined }, link) }
}

test('what came before anybody listened is told first, in its order', () => {
  const { links, open } = setUp(['earshot', 'tel:1'])
  open('tel:2')
  const heard = vi.fn()
  links.hear(heard)
  open('tel:3')
  expect(heard.mock.calls.map(([link]) => link)).toEqual(['tel:1', 'tel:2', 'tel:3'])
})

test('a second start with a link is one, and without is none', () => {
  const { links } = setUp(['earshot'])
  const heard = vi.fn()
  links.hear(heard)
  expect(links.second(['earshot', '--flag'])).toBe(false)
  expect(links.second(['earshot', 'tel:1'])).toBe(true)
  expect(heard).toHaveBeenCalledExactlyOnceWith('tel:1')
})

test('on Linux what is selected comes before what was copied, elsewhere there is only that', async () => {
  const clipboard = (selected: string) => ({ readText: (type?: 'selection') => (type ? selected : 'copied') })
  expect(await selectedText(clipboard('selected'), 'linux')).toBe('selected')
  expect(await selectedText(clipboard('  '), 'linux')).toBe('copied')
  expect(await selectedText(clipboard('selected'), 'win32')).toBe('copied')
})

test('the clipboard of a newer Electron is read as well', async () => {
  const newer = {
    readText: () => Promise.resolve('copied'),
    selection: { readText: () => Promise.resolve('selected') },
  }
  expect(await selectedText(newer, 'linux')).toBe('selected')
})
