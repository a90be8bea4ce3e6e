// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ChatMessage, MessageContent } from '#contract'
import Bubble from '#renderer/desk/chats/conversation/bubble/Bubble.svelte'
import type { BubbleTools } from '#renderer/desk/chats/conversation/bubble/tools.ts'
import { overwriteGetLocale } from '#renderer/desk/messages/compiled/runtime.js'
import { chatOf, messageOf, ownMessageOf, textOf } from '#support/chat-builders.ts'

let asked: string[] = []
let opened = new Set<string>()

beforeEach(() => {
  asked = []
  opened = new Set()
  overwriteGetLocale(() => 'en')
  vi.stubGlobal('alert', () => asked.push('script ran'))
})
afterEach(() => cleanup())

function tools(): BubbleTools {
  return {
    bridge: { request: async (name) => void asked.push(name) as never },
    chat: chatOf(),
    customer: 'Li Na 李娜',
    sought: '',
    found: null,
    dark: false,
    onlink: (url) => asked.push(`link ${url}`),
    onnumber: (number) => asked.push(`number ${number}`),
    onretry: (id) => asked.push(`retry ${id}`),
    ondiscard: (id) => asked.push(`discard ${id}`),
    oncopy: (text) => asked.push(`copy ${text}`),
    isWhole: (key) => opened.has(key),
    showWhole: (key) => void opened.add(key),
  }
}

function show(message: ChatMessage): HTMLElement {
  const row = { kind: 'message', key: 'k', message, first: true, last: true } as const
  return render(Bubble, { row, tools: tools(), reachable: true }).container
}

const showContent = (content: MessageContent) => show(messageOf(1, { content }))

const markup = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  '{@html "<b>x</b>"}',
  '<iframe srcdoc="<script>alert(1)</script>">',
]

describe.each(markup)('%s', (hostile) => {
  test('is words, wherever it stands', () => {
    const containers = [
      showContent(textOf(hostile)),
      showContent({ kind: 'location', latitude: 1, longitude: 2, description: hostile }),
      showContent({ kind: 'card', title: hostile, description: hostile, url: hostile }),
      showContent({ kind: 'unknown', type: hostile, text: hostile }),
      show(messageOf(1, { name: hostile })),
    ]

    for (const container of containers) {
      expect(container.textContent).toContain(hostile.slice(0, 12))
      expect(container.querySelector('img, script, iframe, svg[onload], b')).toBeNull()
    }
    expect(asked).toEqual([])
  })
})

test.each(['javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'file:///etc/passwd', 'earshot://app/'])(
  'a card that leads to %s leads nowhere',
  (url) => {
    const container = showContent({ kind: 'card', title: 'Win', description: '', url })

    expect(container.querySelector('a')).toBeNull()
    expect(screen.queryByRole('button', { name: /Open/ })).toBeNull()
  },
)

test('a link asks first, and is told with the host it goes to', async () => {
  const container = showContent(textOf('see https://bank.example@evil.example/login'))

  expect(container.textContent).toContain('goes to evil.example')
  const event = new MouseEvent('click', { bubbles: true, cancelable: true })
  container.querySelector('a')?.dispatchEvent(event)

  expect(event.defaultPrevented).toBe(true)
  expect(asked).toEqual(['link https://bank.example@evil.example/login'])
})

test('signs that turn text round are named, in text and in names', () => {
  const container = show(messageOf(1, { name: 'Bank\u202egnp', content: textOf('invoice\u202egpj.exe') }))

  expect(container.textContent).not.toMatch(/\u202e/)
  expect(container.textContent).toContain('RLO')
  expect(container.querySelector('.foreign')?.getAttribute('dir')).toBe('auto')
})

test('a megabyte of emoji is clamped until all of it is asked for', async () => {
  const text = '😀'.repeat(262_144)
  const message = messageOf(1, { content: textOf(text) })
  const container = show(message)

  expect(container.textContent?.length).toBeLessThan(5_000)
  expect(container.querySelectorAll('*').length).toBeLessThan(60)
  await fireEvent.click(screen.getByRole('button', { name: /Show all \(1 MB\)/ }))
  cleanup()

  const whole = show(message)
  expect([...whole.querySelectorAll('.foreign')].map((part) => part.textContent).join('')).toBe(text)
})

test('an uninterrupted word and ten thousand links stay within bounds', () => {
  const long = showContent(textOf('w'.repeat(100_000)))
  const links = showContent(textOf('https://a.example/ '.repeat(10_000)))

  expect(long.textContent?.length).toBeLessThan(5_000)
  expect(links.querySelectorAll('a').length).toBeLessThan(200)
})

test('a file name with a path and control signs is shown as it was cleaned, and fetches nothing by itself', () => {
  const container = showContent({
    kind: 'file',
    file: { fileId: 'f', name: '..[RLO]etc passwd', ending: 'exe', bytes: 4 },
  })

  expect(container.textContent).toContain('..[RLO]etc passwd')
  expect(asked).toEqual([])
})

test.each([
  ['sensitive-word', '700-012', /word that this site does not allow.*\(700-012\)/, false],
  ['no-answer', undefined, /may have arrived or not/, true],
  ['refused', '700-016', /\(700-016\)/, true],
  ['not-connected', undefined, /no connection/, true],
] as const)('a message that failed says why: %s', async (reason, retcode, words, again) => {
  show(ownMessageOf(3, { state: { name: 'failed', reason, ...(retcode && { retcode }) } }))

  expect(screen.getByText(words)).toBeTruthy()
  expect(screen.queryAllByRole('button', { name: 'Send again' })).toHaveLength(again ? 1 : 0)
  await fireEvent.click(screen.getByRole('button', { name: 'Discard' }))
  expect(asked).toEqual(['discard m-3'])
})
