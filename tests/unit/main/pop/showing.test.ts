import { describe, expect, test } from 'vitest'
import type { Subject } from '#main/pop/subjects.ts'
import { callA, callB, chatC, chatD, createPopStory, sitePage, subjectOf } from '#support/pop/pages.ts'

const crm = sitePage()
const orders = sitePage({ name: 'Orders' })
const a = (about: Partial<Subject> = {}) => subjectOf(callA, { front: true, ...about })
const b = (about: Partial<Subject> = {}) => subjectOf(callB, about)
const c = subjectOf(chatC)
const d = subjectOf(chatD)

describe('what comes to the front', () => {
  test('the first page of a call that rings while nothing is seen, and only that', () => {
    expect(createPopStory(crm, orders).work(a()).tabs()).toEqual(['CRM A*', 'Orders A'])
  })

  test('a call takes the page of a chat away: who rings must be seen', () => {
    expect(createPopStory(crm).work(c).follows(chatC).work(c, a()).tabs()).toEqual(['CRM C', 'CRM A*'])
  })

  test('a second call that rings takes nothing from the call that talks, and is marked', () => {
    const story = createPopStory(crm)
      .work(a({ stage: 'talking' }))
      .follows(callA)
      .work(a({ stage: 'talking' }), b())
    expect(story.tabs()).toEqual(['CRM A*', 'CRM B'])
    expect(story.state().tabs.map(({ unseen }) => unseen)).toEqual([false, true])
  })

  test('the second call once it is answered', () => {
    const story = createPopStory(crm)
      .work(a({ stage: 'talking' }))
      .work(a({ stage: 'talking' }), b())
    story.work(b({ stage: 'talking', front: true }), a({ stage: 'talking', front: false }))
    expect(story.tabs()).toEqual(['CRM A', 'CRM B*'])
  })

  test('no chat that rings while the agent works in another page', () => {
    expect(createPopStory(crm).work(c).follows(chatC).work(c, d).tabs()).toEqual(['CRM C*', 'CRM D'])
    expect(
      createPopStory(crm)
        .work(a({ stage: 'talking' }))
        .work(a({ stage: 'talking' }), c)
        .tabs(),
    ).toEqual(['CRM A*', 'CRM C'])
  })

  test('what the agent looks at anyway, and what comes after a call that is over', () => {
    expect(createPopStory(crm).work(c).follows(chatD).work(c, d).tabs()).toEqual(['CRM C', 'CRM D*'])
    expect(
      createPopStory(crm)
        .work(c)
        .work(subjectOf(chatC, { stage: 'over' }), d)
        .tabs(),
    ).toEqual(['CRM C', 'CRM D*'])
  })

  test('but no page of a customer over one that the agent has opened for nobody', () => {
    const story = createPopStory(sitePage({ url: 'https://crm.example/' }))
      .opens('CRM', null)
      .work(c)
    expect(story.tabs()).toEqual(['CRM nobody*', 'CRM C'])
  })
})

describe('the front follows what is selected', () => {
  test('to the tab of it that was seen last', () => {
    const story = createPopStory(crm, orders).work(c, d).follows(chatC)
    story.hears({ type: 'shown', tab: story.tab('Orders C') }).follows(chatD)
    expect(story.tabs()).toEqual(['CRM C', 'Orders C', 'CRM D*', 'Orders D'])
    story.follows(chatC)
    expect(story.tabs()).toEqual(['CRM C', 'Orders C*', 'CRM D', 'Orders D'])
  })

  test('and stays where it is, if there is no tab of it', () => {
    const story = createPopStory(crm).work(a()).follows(chatD).follows(null)
    expect(story.tabs()).toEqual(['CRM A*'])
  })

  test('the agent may look at another all the same', () => {
    const story = createPopStory(crm).work(c, d).follows(chatC)
    story.hears({ type: 'shown', tab: story.tab('CRM D') }).work(c, d)
    expect(story.tabs()).toEqual(['CRM C', 'CRM D*'])
    expect(story.hears({ type: 'shown', tab: 'none' }).tabs()).toEqual(['CRM C', 'CRM D*'])
  })
})

describe('when the front is closed', () => {
  const close = (story: ReturnType<typeof createPopStory>, name: string) =>
    story.hears({ type: 'fact', tab: story.tab(name), fact: { type: 'closed' } }).tabs()

  test('another page of the same call is seen', () => {
    expect(close(createPopStory(crm, orders).work(c, a()), 'CRM A')).toEqual(['CRM C', 'Orders C', 'Orders A*'])
  })

  test('else what is selected, else its neighbour, else nothing', () => {
    const story = createPopStory(crm).work(c, d, a()).follows(chatC)
    story.hears({ type: 'shown', tab: story.tab('CRM A') })
    expect(close(story, 'CRM A')).toEqual(['CRM C*', 'CRM D'])
    expect(close(story.follows(null), 'CRM C')).toEqual(['CRM D*'])
    expect(close(story, 'CRM D')).toEqual([])
    expect(story.state().shown).toBeNull()
  })

  test('what lies behind it does not change what is seen', () => {
    expect(close(createPopStory(crm).work(c, d), 'CRM D')).toEqual(['CRM C*'])
  })
})

test('the agent closes all pages of what is over', () => {
  const story = createPopStory(crm)
    .work(a(), c)
    .work(a({ stage: 'over' }), c)
  expect(story.state().tabs.map(({ over }) => over)).toEqual([true, false])
  story.orders().splice(0)
  story.hears({ type: 'close-ended' })
  expect(story.orders()).toEqual([{ do: 'close', tab: story.tab('CRM A') }])
})

test('the agent closes one, which is asked first', () => {
  const story = createPopStory(crm).work(a())
  expect(story.hears({ type: 'close', tab: 'tab-1' }).tabs()).toEqual(['CRM A*'])
  expect(story.orders().at(-1)).toEqual({ do: 'close', tab: 'tab-1' })
  expect(story.hears({ type: 'close', tab: 'none' }).state().orders).toEqual([])
})

test('while the pages are put away nobody has seen them', () => {
  const story = createPopStory(crm).hears({ type: 'placed', place: 'closed' }).work(a())
  expect(story.state().tabs[0]?.unseen).toBe(true)
  expect(story.hears({ type: 'placed', place: 'window' }).state().tabs[0]?.unseen).toBe(false)
})

test('who a tab is of is said as soon as it is known', () => {
  const story = createPopStory(crm)
    .work(a({ person: '138A' }))
    .work(a({ person: 'Li Na' }))
  expect(story.state().tabs[0]?.person).toBe('Li Na')
})

test('a key turns to the tab beside, round and round', () => {
  const story = createPopStory(crm, orders).work(a())
  const turn = (to: 'next' | 'previous') => story.tells({ type: 'turns', to }, story.state().shown ?? '').tabs()
  expect(turn('next')).toEqual(['CRM A', 'Orders A*'])
  expect(turn('next')).toEqual(['CRM A*', 'Orders A'])
  expect(turn('previous')).toEqual(['CRM A', 'Orders A*'])
})
