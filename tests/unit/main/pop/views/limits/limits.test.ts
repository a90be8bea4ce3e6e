import { EventEmitter } from 'node:events'
import type { HandlerDetails, WindowOpenHandlerResponse } from 'electron'
import { describe, expect, test } from 'vitest'
import { watchInput } from '#main/pop/views/limits/input.ts'
import { limitNavigation } from '#main/pop/views/limits/navigation.ts'
import { limitPrinting } from '#main/pop/views/limits/printing.ts'
import { limitWindows } from '#main/pop/views/limits/windows.ts'
import { fakeTab, preventable } from '../fake-contents.ts'

describe('a page goes', () => {
  function page(hosts: readonly string[] | null) {
    const { tab, emit } = fakeTab({}, { hosts })
    const told: string[] = []
    limitNavigation(tab, { onDialLink: (url) => told.push(url), onRefused: () => told.push('refused') })
    const goes = (url: string, isMainFrame = true, by = 'will-frame-navigate') => {
      const event = preventable({ url, isMainFrame })
      emit(by, event)
      return !event.prevented
    }
    return { goes, told }
  }

  test('where its profile lets it', () => {
    const { goes, told } = page(['login.example.com'])

    expect([goes('https://login.example.com/'), goes('https://crm.example.com/b')]).toEqual([true, true])
    expect([goes('https://evil.example/'), goes('https://evil.example/', true, 'will-redirect')]).toEqual([
      false,
      false,
    ])
    expect(told).toEqual(['refused', 'refused'])
  })

  test('nowhere else than http and https lead, without a word', () => {
    const { goes, told } = page(null)

    expect([goes('file:///etc/passwd'), goes('smb://x/'), goes('earshot://app/desk.html')]).toEqual([
      false,
      false,
      false,
    ])
    expect(told).toEqual([])
  })

  test('and its frames where they like', () => {
    const { goes } = page(['login.example.com'])

    expect([goes('https://map.example/', false), goes('https://map.example/', false, 'will-redirect')]).toEqual([
      true,
      true,
    ])
  })

  test('a link that dials is told, in a frame too', () => {
    const { goes, told } = page(null)

    expect([goes('tel:123'), goes('SIP:4@x', false), goes('callto:5')]).toEqual([false, false, false])
    expect(told).toEqual(['tel:123', 'SIP:4@x', 'callto:5'])
  })
})

function pageWithWindows(byHand: () => boolean = () => false, unasked = 1) {
  const set: { open?: (details: HandlerDetails) => WindowOpenHandlerResponse } = {}
  const fake = fakeTab({ setWindowOpenHandler: (open: typeof set.open) => Object.assign(set, { open }) })
  const made: EventEmitter[] = []
  const links: string[] = []
  limitWindows(fake.tab, {
    preferences: () => ({}),
    unasked,
    byHand,
    onDialLink: (url) => void links.push(url),
    adopt: () => {
      const contents = new EventEmitter()
      made.push(contents)
      return contents as never
    },
  })
  const open = (url = 'https://crm.example.com/w') => {
    const answer = set.open?.({ url } as HandlerDetails)
    if (answer?.action === 'allow') answer.createWindow?.({})
    return answer?.action
  }
  return { ...fake, open, made, links }
}

describe('windows that a page opens', () => {
  test('are one without the agent’s hand, and the others are counted', () => {
    const { open, facts, made } = pageWithWindows()

    const opened = Array.from({ length: 100 }, () => open())

    expect(opened.filter((action) => action === 'allow')).toHaveLength(1)
    expect(made).toHaveLength(1)
    expect(facts).toHaveLength(99)
  })

  test('open none without the agent’s hand, or they would go on for ever', () => {
    const { open, facts } = pageWithWindows(undefined, 0)

    expect([open(), facts]).toEqual(['deny', [{ type: 'window-refused' }]])
  })

  test('are eight at the same time by hand', () => {
    const { open, made } = pageWithWindows(() => true)
    for (let i = 0; i < 20; i++) open()

    expect(made).toHaveLength(8)
    made[0]?.emit('destroyed')

    expect([open(), open()]).toEqual(['allow', 'deny'])
  })

  test('that are refused without end are not told without end', () => {
    const { open, facts } = pageWithWindows()

    for (let i = 0; i < 5_000; i++) open()

    expect(facts).toHaveLength(100)
  })

  test('lead nowhere else than the page itself may', () => {
    const { open } = pageWithWindows(() => true)

    expect([open('file:///etc/passwd'), open('javascript:1'), open('about:blank'), open('')]).toEqual([
      'deny',
      'deny',
      'allow',
      'allow',
    ])
  })

  test('are none when they dial', () => {
    const { open, links, facts } = pageWithWindows(() => true)

    expect(open('tel:123')).toBe('deny')
    expect([links, facts]).toEqual([['tel:123'], []])
  })
})

test.each([
  ['a page prints', null, [false, true, false]],
  ['a window of a page prints once, and then', {}, [true, true, false]],
])('%s by the agent’s hand', (_, opener, printed) => {
  let byHand = false
  const { tab, ipc } = fakeTab({ opener })
  limitPrinting(tab, () => byHand)
  const prints = () => {
    const event = { returnValue: null }
    ipc.emit('page.print', event)
    return event.returnValue
  }

  const before = prints()
  byHand = true
  const then = prints()
  byHand = false

  expect([before, then, prints()]).toEqual(printed)
})

test('the agent’s hand counts for a moment, and the pointer’s way is none', () => {
  let now = 0
  const { tab, emit } = fakeTab()
  const byHand = watchInput(tab.contents, () => now).oncePerDeed()
  emit('input-event', {}, { type: 'mouseMove' })
  expect(byHand()).toBe(false)

  emit('input-event', {}, { type: 'mouseDown' })
  now = 1_999
  expect(byHand()).toBe(true)
  now = 2_000
  emit('input-event', {}, { type: 'rawKeyDown' })
  now = 4_000

  expect(byHand()).toBe(false)
})

test('one click is one deed, for each purpose, and so is a key that is held down', () => {
  let now = 0
  const { tab, emit } = fakeTab()
  const hand = watchInput(tab.contents, () => now)
  const [dials, opens] = [hand.oncePerDeed(), hand.oncePerDeed()]

  emit('input-event', {}, { type: 'mouseDown' })
  expect([dials(), dials(), opens(), opens()]).toEqual([true, false, true, false])
  now = 100
  emit('input-event', {}, { type: 'rawKeyDown', modifiers: ['isAutoRepeat'] })
  expect(dials()).toBe(false)
  emit('input-event', {}, { type: 'rawKeyDown', modifiers: [] })

  expect(dials()).toBe(true)
})
