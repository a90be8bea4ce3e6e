import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createFind } from '#main/pop/views/tab/acts/find.ts'
import { loadAddress } from '#main/pop/views/tab/acts/load.ts'
import { menuItems } from '#main/pop/views/tab/acts/menu-items.ts'
import { callerOut, requestsOf } from '#main/pop/views/tab/asking.ts'
import { createTold } from '#main/pop/views/tab/told.ts'
import { watchResponding } from '#main/pop/views/tab/watch/responding.ts'
import { addressOf, hearSeen } from '#main/pop/views/tab/watch/seen.ts'
import { silencer } from '#main/pop/views/tab/watch/silence.ts'
import { fakeTab } from '../fake-contents.ts'

describe('what the page wants dialled', () => {
  function page(hand = true) {
    const fake = fakeTab({}, { dialableNumbers: true })
    let now = 0
    const later = () => {
      now += 500
    }
    const numberOf = (link: string) => /^tel:(\d+)$/.exec(link)?.[1] ?? null
    const callsOut = callerOut(
      fake.tab,
      { numberOf },
      () => hand,
      () => now,
    )
    const requests = requestsOf(fake.tab, createTold(fake.tab), callsOut)
    return { ...fake, requests, callsOut, later }
  }
  const message = { number: '1', mode: 'audio', by: 'message' } as const

  test('is told with the agent’s hand as main has seen it', () => {
    const { requests, facts } = page(false)

    requests['page.callOut']({ number: '1', mode: 'video', by: 'support' })

    expect(facts).toEqual([{ type: 'calls-out', number: '1', mode: 'video', clicked: false }])
  })

  test('by a message counts from its own origin alone', () => {
    const { requests, facts } = page()

    requests['page.callOut']({ ...message, origin: 'https://evil.example' })
    requests['page.callOut'](message)
    expect(facts).toEqual([])
    requests['page.callOut']({ ...message, origin: 'https://crm.example.com' })

    expect(facts).toHaveLength(1)
  })

  test('is not heard a hundred times a second, but each time that it is the agent’s hand', () => {
    const { requests, facts, later } = page(false)
    for (let i = 0; i < 100; i++) requests['page.callOut']({ number: '1', mode: 'audio', by: 'support' })
    later()
    requests['page.callOut']({ number: '2', mode: 'audio', by: 'support' })

    expect(facts).toHaveLength(2)
    const byHand = page()
    for (let i = 0; i < 3; i++) byHand.requests['page.callOut']({ number: '1', mode: 'audio', by: 'number' })
    expect(byHand.facts).toHaveLength(3)
  })

  test('by a link is its number, if it has one', () => {
    const { callsOut, facts } = page()

    callsOut.link('tel:nobody')
    callsOut.link('tel:123')

    expect(facts).toMatchObject([{ number: '123', mode: 'audio' }])
  })
})

test('a page that begins, or begins again, is told what was before it, and then what comes', async () => {
  const { tab, emit, done } = fakeTab()
  const told = createTold(tab)
  const event = (workNo: string) => ({ name: 'Ringing', fields: { workNo } }) as const

  told.event(event('1'))
  expect(told.begin()).toEqual([event('1')])
  told.event(event('2'))
  emit('did-navigate')
  told.event(event('3'))
  await Promise.resolve()

  expect(done).toEqual([['send', 'event', { name: 'page.event', value: event('2') }]])
  expect(told.begin()).toEqual([event('1'), event('2'), event('3')])
})

describe('a page that is seen', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function watched(seen = true, waits = false) {
    const fake = fakeTab()
    const heard: boolean[] = []
    const watch = { isSeen: () => seen, isWaiting: () => waits, onChange: (well: boolean) => void heard.push(well) }
    const { stop } = watchResponding(fake.tab, watch)
    return { ...fake, heard, stop }
  }

  test('and does not answer is said to within ten seconds', () => {
    const { heard, ipc } = watched()
    vi.advanceTimersByTime(3_000)
    ipc.emit('pong')

    vi.advanceTimersByTime(9_000)

    expect(heard).toEqual([true, false])
  })

  test('and answers is fine, however long', () => {
    const { heard, ipc } = watched()
    for (let pulse = 0; pulse < 20; pulse++) {
      vi.advanceTimersByTime(3_000)
      ipc.emit('pong')
    }

    expect(heard).not.toContain(false)
  })

  test.each([
    ['hidden', false, false],
    ['waiting for the agent', true, true],
  ])('or %s is not asked', (_, seen, waits) => {
    const { heard, done, emit } = watched(seen, waits)

    vi.advanceTimersByTime(30_000)
    if (waits) emit('unresponsive')

    expect([heard, done]).toEqual([[], []])
  })

  test('tells its last title, not each of a thousand', () => {
    const { tab, facts, emit } = fakeTab()
    hearSeen(tab)

    for (let count = 0; count < 1_000; count++) emit('page-title-updated', {}, `${count} ${'x'.repeat(300)}`, true)
    emit('page-title-updated', {}, 'crm.example.com/?callerNum=138', false)
    vi.advanceTimersByTime(100)

    expect(facts).toEqual([{ type: 'seen', tab: { title: `999 ${'x'.repeat(196)}` } }])
  })
})

test('an address is shown without what names a customer', () => {
  expect(addressOf('https://crm.example.com:8443/c?callerNum=138')).toEqual({
    host: 'crm.example.com:8443',
    secure: true,
  })
  expect(addressOf('http://h/')).toEqual({ host: 'h', secure: false })
  expect(addressOf('')).toEqual({ host: '', secure: false })
})

test('what is looked for is counted, until it is nothing or the page is another one', () => {
  const { tab, facts, emit, done } = fakeTab()
  const find = createFind(tab)

  find('a', true)
  emit('found-in-page', {}, { matches: 3, activeMatchOrdinal: 1 })
  find('a', false)
  find('', true)
  emit('found-in-page', {}, { matches: 9, activeMatchOrdinal: 1 })

  expect(done).toEqual([
    ['findInPage', 'a', { forward: true, findNext: true }],
    ['findInPage', 'a', { forward: false, findNext: false }],
    ['stopFindInPage', 'keepSelection'],
  ])
  expect(facts).toEqual([
    { type: 'seen', tab: { find: { text: 'a', matches: 3, active: 1 } } },
    { type: 'seen', tab: { find: null } },
  ])
})

describe('while a call is up', () => {
  test.each([
    [false, true],
    [true, false],
  ])('a page that may sound (%s) is silenced: %s', (sounds, silenced) => {
    const now = { muted: false }
    const { tab, facts } = fakeTab(
      {
        setAudioMuted: (muted: boolean) => void Object.assign(now, { muted }),
        isAudioMuted: () => now.muted,
        isCurrentlyAudible: () => true,
      },
      { sounds },
    )
    const silence = silencer(tab)

    silence(true)
    silence(false)

    const told = facts.map((fact) => fact.type === 'seen' && fact.tab.silenced)
    expect(told).toEqual(silenced ? [true, false] : [])
  })
})

test('a form is posted as one, and why an address was not loaded is logged without it', async () => {
  const logged: unknown[] = []
  const { tab, done } = fakeTab({
    loadURL: (...given: unknown[]) => {
      done.push(given)
      return Promise.reject(Object.assign(new Error('ERR_FAILED https://crm/?callerNum=138'), { code: 'ERR_FAILED' }))
    },
  })

  loadAddress(tab.contents, { url: 'https://crm/', form: 'a=1' }, { info: (...words) => void logged.push(words) })
  await vi.waitFor(() => expect(logged).toHaveLength(1))

  expect(done).toMatchObject([
    [
      'https://crm/',
      { extraHeaders: 'Content-Type: application/x-www-form-urlencoded', postData: [{ type: 'rawData' }] },
    ],
  ])
  expect(logged).toEqual([['a page was not loaded', { code: 'ERR_FAILED' }]])
})

describe("the page's menu", () => {
  const words = {
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    back: 'Back',
    reload: 'Reload',
    dial: (n: string) => `Dial ${n}`,
  }
  const editFlags = { canCut: true, canCopy: true, canPaste: false } as never
  const numberOf = (link: string) => /^tel:(\d{6,})$/.exec(link)?.[1] ?? null
  const acts = { canGoBack: false, back: () => undefined, reload: () => undefined, dial: () => undefined }
  const labels = (clicked: object) =>
    menuItems(
      { selectionText: '', isEditable: false, editFlags, linkURL: '', ...clicked },
      words,
      acts,
      numberOf,
    ).flatMap(({ label }) => label ?? [])

  test('offers to dial what is selected or linked', () => {
    expect(labels({ selectionText: ' 123456 ' })).toEqual(['Dial 123456', 'Copy', 'Back', 'Reload'])
    expect(labels({ linkURL: 'tel:7654321' })[0]).toBe('Dial 7654321')
    expect(labels({ selectionText: 'hello' })).toEqual(['Copy', 'Back', 'Reload'])
  })

  test('edits where somebody writes', () => {
    expect(labels({ isEditable: true })).toEqual(['Cut', 'Copy', 'Paste', 'Back', 'Reload'])
  })
})
