import { describe, expect, test } from 'vitest'
import { advance } from '#main/pop/pop.ts'
import { noPop, snapshot } from '#main/pop/state.ts'
import { agent, callA, callB, chatC, createPopStory, sitePage, subjectOf } from '#support/pop/pages.ts'

const crm = sitePage()
const orders = sitePage({ name: 'Orders', when: ['incoming'] })
const a = (stage: Parameters<typeof subjectOf>[1] = {}) => subjectOf(callA, { front: true, ...stage })

describe('a page is opened', () => {
  test('at the first of its moments, for this call, at its address', () => {
    const story = createPopStory(crm)
    story.work(a({ stage: 'incoming' }))
    expect(story.tabs()).toEqual([])

    story.work(a())
    expect(story.tabs()).toEqual(['CRM A*'])
    expect(story.orders()[0]).toEqual({
      do: 'open',
      tab: 'tab-1',
      page: 'CRM',
      address: { url: 'https://crm.example/pop?id=id-A', form: null },
    })
    expect(story.state().tabs[0]).toMatchObject({
      host: 'crm.example',
      secure: true,
      person: 'Person A',
      unseen: false,
    })
  })

  test('once for each call, whatever comes after', () => {
    const story = createPopStory(sitePage({ when: ['ringing', 'talking', 'released'] }))
    story
      .work(a())
      .work(a({ stage: 'talking' }))
      .work(a({ stage: 'over' }))
      .work()
      .work(a({ stage: 'over' }))
    expect(story.tabs()).toEqual(['CRM A*'])
    story.work(subjectOf(callB))
    expect(story.tabs()).toEqual(['CRM A', 'CRM B*'])
  })

  test('also for a call that never rang, since it was answered by itself', () => {
    expect(
      createPopStory(crm)
        .work(a({ stage: 'talking' }))
        .tabs(),
    ).toEqual(['CRM A*'])
  })

  test('for each page that the site wants for it, and for no other', () => {
    const chats = sitePage({ name: 'Chats', for: { media: ['chat'] } })
    expect(createPopStory(crm, orders, chats).work(a()).tabs()).toEqual(['CRM A*', 'Orders A'])
    expect(createPopStory(crm, chats).work(subjectOf(chatC)).tabs()).toEqual(['CRM C*', 'Chats C'])
  })
})

describe('a page is opened but once', () => {
  test('and not again by itself when the agent has closed it', () => {
    const story = createPopStory(sitePage({ when: ['ringing', 'talking'] })).work(a())
    story.hears({ type: 'fact', tab: 'tab-1', fact: { type: 'closed' } }).work(a({ stage: 'talking' }))
    expect(story.tabs()).toEqual([])
  })

  test('for each time the platform brings the same call once more, unless its tab is still there', () => {
    const story = createPopStory(crm, orders).work(a())
    story.hears({ type: 'fact', tab: 'tab-1', fact: { type: 'closed' } }).work(a({ stage: 'over' }))
    expect(story.tabs()).toEqual(['Orders A*'])
    story.work(a())
    expect(story.tabs()).toEqual(['Orders A*', 'CRM A'])
    expect(story.state().tabs.map(({ over }) => over)).toEqual([false, false])
  })

  test('for nobody, while nobody is signed in', () => {
    const state = advance(noPop([crm], 'desk'), { type: 'work', subjects: [a()], at: 0 })
    expect(state).toMatchObject({ tabs: [], orders: [] })
  })
})

describe('where a page opens', () => {
  test('in the browser of the system alone', () => {
    const story = createPopStory(sitePage({ open: 'browser' }))
      .work(a())
      .work(a({ stage: 'talking' }))
    expect(story.tabs()).toEqual([])
    expect(story.orders()).toEqual([{ do: 'browse', url: 'https://crm.example/pop?id=id-A' }])
  })

  test('in both, but by hand only here', () => {
    const story = createPopStory(sitePage({ open: 'both' })).work(a())
    expect(story.orders().map((order) => order.do)).toEqual(['browse', 'open', 'tell', 'tell'])
    const other = createPopStory(sitePage({ open: 'both', when: ['released'] }))
      .work(a())
      .opens('CRM', callA)
    expect(other.orders().map((order) => order.do)).toEqual(['open', 'tell', 'tell'])
  })
})

describe('by hand', () => {
  test('a page comes for any call that is known, and is brought to the front where it is there', () => {
    const story = createPopStory(sitePage({ when: ['released'] }), orders).work(
      a(),
      subjectOf(callB, { stage: 'over' }),
    )
    expect(story.tabs()).toEqual(['Orders A*', 'CRM B'])
    story.opens('CRM', callA)
    expect(story.tabs()).toEqual(['Orders A', 'CRM B', 'CRM A*'])
    story.opens('Orders', callA)
    expect(story.state().shown).toBe(story.tab('Orders A'))
  })

  test('a page for nobody has its place in no call', () => {
    const story = createPopStory(sitePage({ url: 'https://crm.example/', when: ['released'] }))
      .opens('CRM', null)
      .opens('CRM', null)
    expect(story.tabs()).toEqual(['CRM nobody*'])
    expect(story.orders()[0]).toMatchObject({
      address: { url: 'https://crm.example/?workNo=6001&origin=https%3A%2F%2Fcrm.example' },
    })
  })

  test('nothing comes of a page or a call that is not known', () => {
    expect(createPopStory(crm).opens('CRM', callA).opens('Other', null).state()).toMatchObject({
      tabs: [],
      refusals: [],
    })
  })
})

describe('a page is refused', () => {
  const needy = sitePage({ url: 'https://crm.example/{calldata}' })

  test('where its address needs what the call does not have; once, and until it is seen', () => {
    const story = createPopStory(needy)
      .work(a())
      .work(a({ stage: 'talking' }))
    const [refusal] = story.state().refusals
    expect(story.state().refusals).toHaveLength(1)
    expect(refusal).toMatchObject({ page: 'CRM', subject: callA, why: { kind: 'missing', value: 'calldata' } })
    expect(story.hears({ type: 'refusal-seen', id: refusal?.id ?? '' }).state().refusals).toEqual([])
  })

  test('where there are as many as there may be', () => {
    const pages = Array.from({ length: 61 }, (_, index) => sitePage({ name: `Page ${index}` }))
    const { tabs, refusals } = createPopStory(...pages)
      .work(a())
      .state()
    expect(tabs).toHaveLength(60)
    expect(refusals.map(({ why }) => why.kind)).toEqual(['too-many'])
  })

  test('and only the last refusals are kept', () => {
    const pages = Array.from({ length: 25 }, (_, index) => sitePage({ name: `Page ${index}`, url: needy.url }))
    expect(
      createPopStory(...pages)
        .work(a())
        .state().refusals,
    ).toHaveLength(20)
  })
})

describe('a page that asks by name for what is still to come', () => {
  const needy = sitePage({ url: 'https://crm.example/{calldata}' })
  const mapped = sitePage({ url: 'https://crm.example/', parameters: { calldata: 'd' } })
  const awaited = { awaited: ['calldata'] } as const

  test('waits for it', () => {
    const story = createPopStory(needy).work(a(awaited)).passes(1_000).work(a(awaited))
    expect(story.state()).toMatchObject({ tabs: [], refusals: [] })
    story.work(a({ values: { calldata: 'x' } }))
    expect(story.tabs()).toEqual(['CRM A*'])
    expect(story.orders()[0]).toMatchObject({ address: { url: 'https://crm.example/x' } })
    expect(story.passes(5_000).tabs()).toEqual(['CRM A*'])
  })

  test('does without it after two seconds, or is refused', () => {
    const story = createPopStory(needy, { ...mapped, name: 'Mapped' })
      .work(a(awaited))
      .passes(1_999)
    expect(story.tabs()).toEqual([])
    expect(story.passes(1).tabs()).toEqual(['Mapped A*'])
    expect(story.state().refusals).toMatchObject([{ why: { kind: 'missing' } }])
  })

  test('waits for the platform’s id of a call that was just dialled', () => {
    const dialled = { outgoing: true, stage: 'dialling' } as const
    const story = createPopStory(sitePage({ when: ['dialled'] }))
    story.work(a({ ...dialled, values: {}, awaited: ['callid'] }))
    expect(story.state()).toMatchObject({ tabs: [], refusals: [] })
    expect(story.work(a(dialled)).tabs()).toEqual(['CRM A*'])
  })

  test('opens when the call is over before', () => {
    const story = createPopStory(mapped)
      .work(a(awaited))
      .work(a({ stage: 'over' }))
    expect(story.tabs()).toEqual(['CRM A*'])
  })
})

test('with the sign-in everything of the pages ends, and with another profile too', () => {
  const story = createPopStory(crm).work(a())
  const gone = advance(story.state(), { type: 'agent', agent: null })
  expect(snapshot(gone)).toEqual(snapshot(noPop([crm], 'desk')))
  const other = advance(story.state(), { type: 'site', pages: [orders] })
  expect(snapshot(other)).toEqual({ ...snapshot(noPop([orders], 'desk')), pages: ['Orders'] })
  expect(other.agent).toEqual(agent)
})

test('an agent who is told other things of stays, with every page', () => {
  const skills = [{ id: 1, name: 'Billing' }]
  const story = createPopStory(crm)
    .work(a())
    .hears({ type: 'agent', agent: { workNo: '6001', skills } })
  expect(story.tabs()).toEqual(['CRM A*'])
  expect(story.state().agent?.skills).toBe(skills)
})

test('calls that are long over and have no tab are forgotten', () => {
  const story = createPopStory(sitePage({ when: ['talking'] }))
  for (let count = 0; count < 150; count += 1) story.work(subjectOf({ kind: 'call', callId: String(count) }))
  story.work(a({ stage: 'talking' })).work()
  expect(story.state().subjects.length).toBeLessThanOrEqual(102)
  expect(story.tabs()).toEqual(['CRM A*'])
})
