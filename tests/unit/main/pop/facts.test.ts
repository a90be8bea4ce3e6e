import { describe, expect, test } from 'vitest'
import type { PopAnswer, PopDownload, PopQuestion } from '#contract'
import { callA, createPopStory, sitePage, subjectOf } from '#support/pop/pages.ts'

const T = 'tab-1'

function popped(...pages: readonly ReturnType<typeof sitePage>[]) {
  const story = createPopStory(...(pages.length > 0 ? pages : [sitePage()])).work(subjectOf(callA, { front: true }))
  story.orders().splice(0)
  return story
}

const alertAs = (id: string, tab = T, repeated = false): PopQuestion => ({
  ...{ id, tab, kind: 'dialog', dialog: 'alert', text: 'Hello', initial: '', repeated },
})

const download = (id: string, state: PopDownload['state'] = 'going', tab = T): PopDownload => ({
  ...{ id, tab, file: 'a.pdf', bytes: null, received: 0, state },
})

test('a tab shows what its view sees, and never more of a title than fits', () => {
  const story = popped().tells({ type: 'seen', tab: { title: 'x'.repeat(500), canGoBack: true } })
  story.tells({ type: 'seen', tab: { zoom: 110 } }).tells({ type: 'state', state: { name: 'shown' } })
  expect(story.state().tabs[0]).toMatchObject({
    title: 'x'.repeat(200),
    canGoBack: true,
    zoom: 110,
    state: { name: 'shown' },
  })
})

test('a view that is closed has nothing to say', () => {
  const story = popped().tells({ type: 'closed' })
  const before = story.state()
  for (const fact of [
    { type: 'window-refused' },
    { type: 'asks', question: alertAs('q') },
    { type: 'closed' },
  ] as const)
    story.tells(fact)
  expect({ ...story.state(), orders: [] }).toEqual({ ...before, orders: [] })
})

describe('a window that a page opens', () => {
  test('is a tab of the same call, and comes to the front if its page is there', () => {
    const story = popped().tells({ type: 'opened', tab: 'w' })
    expect(story.tabs()).toEqual(['CRM A', 'CRM A window*'])
    expect(story.state().tabs[1]).toMatchObject({ opener: T, subject: callA, person: 'Person A' })
    expect(story.tells({ type: 'opened', tab: 'w' }).tabs()).toHaveLength(2)
  })

  test('stays behind when its page does', () => {
    const story = popped(sitePage(), sitePage({ name: 'Orders' })).tells({ type: 'opened', tab: 'w' }, 'tab-2')
    expect(story.tabs()).toEqual(['CRM A*', 'Orders A', 'Orders A window'])
    expect(story.state().tabs[2]?.unseen).toBe(true)
  })

  test('leads back to the page that opened it', () => {
    const story = popped(sitePage(), sitePage({ name: 'Orders' }))
    story.hears({ type: 'shown', tab: 'tab-2' }).tells({ type: 'opened', tab: 'w' }, 'tab-2')
    expect(story.tells({ type: 'closed' }, 'w').tabs()).toEqual(['CRM A', 'Orders A*'])
  })

  test('is closed at once when there are too many, and the agent can see that', () => {
    const pages = Array.from({ length: 60 }, (_, index) => sitePage({ name: `Page ${index}` }))
    const story = popped(...pages).tells({ type: 'opened', tab: 'w' })
    expect(story.orders()).toEqual([{ do: 'close', tab: 'w' }])
    expect(story.state().tabs).toHaveLength(60)
    expect(story.state().tabs[0]?.windowsRefused).toBe(1)
  })

  test('that was refused is counted until the agent looks', () => {
    const story = popped().tells({ type: 'window-refused' }).tells({ type: 'window-refused' })
    expect(story.state().tabs[0]?.windowsRefused).toBe(2)
    expect(story.hears({ type: 'shown', tab: T }).state().tabs[0]?.windowsRefused).toBe(0)
  })
})

describe('a question', () => {
  test('stands until it is answered, and the answer goes to who asked', () => {
    const question = alertAs('q')
    const story = popped().tells({ type: 'asks', question })
    expect(story.state().questions).toEqual([question])
    const answer: PopAnswer = { kind: 'dialog', ok: true }
    story.hears({ type: 'answered', id: 'q', answer })
    expect(story.state().questions).toEqual([])
    expect(story.orders()).toEqual([{ do: 'answer', question, answer }])
  })

  test('stands until it is not wanted any more', () => {
    const story = popped()
      .tells({ type: 'asks', question: alertAs('q') })
      .tells({ type: 'asks-no-more', id: 'q' })
    expect(story.state().questions).toEqual([])
    expect(story.hears({ type: 'answered', id: 'q', answer: { kind: 'dialog', ok: true } }).orders()).toEqual([])
  })

  test('is asked once, and belongs to the tab it comes from', () => {
    const story = popped().tells({ type: 'asks', question: alertAs('q') })
    story.tells({ type: 'asks', question: alertAs('q', 'another', true) })
    expect(story.state().questions).toEqual([alertAs('q', T, true)])
  })
})

describe('a question that cannot stand', () => {
  test('is not answered by an answer to another kind, nor by a choice that was not offered', () => {
    const choices = [{ subject: 'me', issuer: 'us', validUntil: 1 }]
    const question: PopQuestion = { id: 'q', tab: T, kind: 'certificate', host: 'crm.example', choices }
    const story = popped().tells({ type: 'asks', question })
    story.hears({ type: 'answered', id: 'q', answer: { kind: 'leave', ok: true } })
    story.hears({ type: 'answered', id: 'q', answer: { kind: 'certificate', choice: 1 } })
    expect(story.orders()).toEqual([])
    story.hears({ type: 'answered', id: 'q', answer: { kind: 'certificate', choice: null } })
    expect(story.orders()).toHaveLength(1)
  })

  test.each([
    [
      { kind: 'dialog', dialog: 'confirm', text: '', initial: '', repeated: true },
      { kind: 'dialog', ok: false },
    ],
    [
      { kind: 'leave', closing: false },
      { kind: 'leave', ok: false },
    ],
    [
      { kind: 'permission', permission: 'geolocation', host: 'h' },
      { kind: 'permission', ok: false },
    ],
    [
      { kind: 'sign-in', host: 'h', realm: '', proxy: false, secure: true, again: false },
      { kind: 'sign-in', user: null, password: '' },
    ],
    [
      { kind: 'certificate', host: 'h', choices: [] },
      { kind: 'certificate', choice: null },
    ],
    [
      { kind: 'download', host: 'h', file: 'f', bytes: null },
      { kind: 'download', to: 'nowhere' },
    ],
  ] as const)('too many of one tab are answered with no: %j', (asked, no) => {
    const story = popped()
    for (let count = 0; count < 20; count += 1) story.tells({ type: 'asks', question: alertAs(`q${count}`) })
    const question = { id: 'more', tab: T, ...asked }
    story.tells({ type: 'asks', question })
    expect(story.state().questions).toHaveLength(20)
    expect(story.orders()).toEqual([{ do: 'answer', question, answer: no }])
  })
})

describe('a download', () => {
  test('is followed to its end, and forgotten when the agent says so', () => {
    const story = popped().tells({ type: 'download', download: download('d') })
    story.tells({ type: 'download', download: download('d', 'done') })
    expect(story.state().downloads).toEqual([download('d', 'done')])
    expect(story.hears({ type: 'download-forgotten', id: 'd' }).state().downloads).toEqual([])
  })

  test('ends with its tab', () => {
    const story = popped().tells({ type: 'download', download: download('d') })
    story.tells({ type: 'download', download: download('e', 'done') }).tells({ type: 'closed' })
    expect(story.state().downloads).toEqual([])
    expect(story.orders()).toEqual([{ do: 'cancel-download', id: 'd' }])
  })

  test('of a window that was opened for it goes on beside the page that opened it', () => {
    const story = popped()
      .tells({ type: 'opened', tab: 'w' })
      .tells({ type: 'download', download: download('d') }, 'w')
    expect(story.tells({ type: 'closed' }, 'w').state().downloads).toEqual([download('d', 'going', T)])
    expect(story.orders()).toEqual([])
  })

  test('takes the place of the oldest that has ended, and without one it is not taken', () => {
    const story = popped().tells({ type: 'download', download: download('old', 'done') })
    for (let count = 0; count < 100; count += 1) story.tells({ type: 'download', download: download(`d${count}`) })
    expect(story.state().downloads).toHaveLength(100)
    expect(story.state().downloads[0]?.id).toBe('d0')
    story.tells({ type: 'download', download: download('more') })
    expect(story.orders()).toEqual([{ do: 'cancel-download', id: 'more' }])
  })
})

test('a number that a page wants dialled is handed on with what the site says of it', () => {
  const story = popped(sitePage({ dial: 'ask' })).tells({
    type: 'calls-out',
    number: '10086',
    mode: 'video',
    clicked: true,
  })
  const wish = { page: 'CRM', dial: 'ask', number: '10086', video: true, clicked: true }
  expect(story.orders()).toEqual([{ do: 'call-out', wish }])
})

test('a tab that wants to stay when it is closed comes to the front to say so', () => {
  const story = popped().tells({ type: 'opened', tab: 'window' })
  expect(story.state().shown).toBe('window')

  story.tells({ type: 'asks', question: { id: 'q', tab: T, kind: 'leave', closing: false } })
  expect(story.state().shown).toBe('window')
  story.tells({ type: 'asks', question: { id: 'q2', tab: T, kind: 'leave', closing: true } })

  expect(story.state().shown).toBe(T)
})
