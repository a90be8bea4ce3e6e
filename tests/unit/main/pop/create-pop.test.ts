import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Agent, Call, Pop } from '#contract'
import { createPop } from '#main/pop/create-pop.ts'
import type { PopOptions } from '#main/pop/shell.ts'
import type { SitePage } from '#main/pop/site-page.ts'
import type { Views } from '#main/pop/views.ts'
import { signedInAgent } from '#support/agent.ts'
import { chatOf } from '#support/chat-builders.ts'
import { sitePage } from '#support/pop/pages.ts'
import { recordViews } from '#support/pop/recorded-views.ts'

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }))
afterEach(() => void vi.useRealTimers())

const out: Agent = { status: 'signed-out', why: 'asked' }

const call: Call = {
  ...{ id: 'A', direction: 'incoming', number: '13800138000', part: 'main', startedAt: 1, verbs: [], parties: [] },
  phase: { name: 'ringing', since: 1 },
}

function setUp(pages: readonly SitePage[] = [sitePage()], place: Pop['place'] = 'desk') {
  const views = recordViews()
  const published: Pop[] = []
  const site = { pages }
  const options = {
    views: views.views,
    makeViews: views.makeViews,
    openInBrowser: vi.fn(),
    pages: () => site.pages,
    words: { ofCall: () => ({ gatewayId: 'id-A' }), ofChat: () => null },
    place,
    onPlace: vi.fn(),
    onWish: vi.fn(),
    onChange: (pop: Pop) => void published.push(pop),
    now: Date.now,
    log: { error: vi.fn() },
  } satisfies PopOptions & { views: Views }
  const pop = createPop(options)
  return { pop, views, published, options, site }
}

function signedIn(...given: Parameters<typeof setUp>) {
  const made = setUp(...given)
  made.pop.agent(signedInAgent())
  made.views.told()
  made.published.splice(0)
  return made
}

test('a call that rings has its page opened, shown and told of, in this order', () => {
  const { pop, views, published } = signedIn()
  pop.calls({ list: [call] })
  expect(views.told()).toEqual([
    'open tab-1 CRM {"url":"https://crm.example/pop?id=id-A","form":null}',
    ...['tell tab-1 Init', 'tell tab-1 Ringing', 'show tab-1', 'inCall true'],
  ])
  expect(published).toHaveLength(1)
  expect(published[0]).toEqual(pop.current())
})

test('what changes nothing of the pages is not told on', () => {
  const { pop, views, published } = signedIn()
  pop.calls({ list: [call] })
  views.told()
  pop.calls({ list: [call] })
  pop.chats({ list: [chatOf({ direction: 'internal' })] })
  expect(views.told().filter((one) => !one.startsWith('inCall'))).toEqual([])
  expect(published).toHaveLength(1)
})

test('pages are silent while a call is there, and not for a chat', () => {
  const { pop, views } = signedIn([])
  pop.chats({ list: [chatOf()] })
  pop.calls({ list: [call] })
  pop.calls({ list: [{ ...call, phase: { name: 'ended', at: 2, reason: 'customer-hung-up' } }] })
  expect(views.told()).toEqual(['inCall false', 'inCall true', 'inCall false'])
})

test('views are there for whoever is signed in, and go with them', () => {
  const { pop, views } = setUp([sitePage()], 'window')
  pop.siteChanged()
  expect(views.told()).toEqual(['use CRM false', 'place closed', 'inCall false'])
  pop.calls({ list: [call] })
  expect(views.told()).toEqual(['inCall true'])

  pop.agent({ status: 'signing-in' })
  pop.agent(signedInAgent())
  expect(views.told().slice(0, 3)).toEqual(['use CRM true', 'place window', expect.stringMatching(/^open/)])
  pop.agent(signedInAgent())
  expect(pop.current().tabs).toHaveLength(1)

  views.told()
  pop.agent(out)
  pop.agent(out)
  expect(views.told()).toEqual(['show null', 'use CRM false', 'place closed'])
  expect(pop.current()).toMatchObject({ tabs: [], place: 'window' })
})

test('a site without pages opens no window for them, wherever they were seen last', () => {
  const { pop, views } = setUp([], 'window')
  pop.agent(signedInAgent())
  expect(views.told().filter((one) => one.startsWith('place'))).toEqual(['place closed'])
})

test('another profile has its own pages, for the calls that are there', () => {
  const { pop, views, site } = signedIn()
  pop.calls({ list: [call] })
  views.told()
  site.pages = [sitePage({ name: 'Orders' })]
  pop.siteChanged()
  expect(views.told().filter((one) => /^(use|open)/.test(one))).toEqual([
    ...['use  false', 'use Orders true', expect.stringMatching(/^open tab-2 Orders/)],
  ])
  expect(pop.current().pages).toEqual(['Orders'])
})

test('a page that waits for data has its time measured', () => {
  const { pop } = signedIn([sitePage({ url: 'https://crm.example/', parameters: { calldata: 'd' } })])
  pop.calls({ list: [call] })
  expect(pop.current().tabs).toEqual([])
  vi.advanceTimersByTime(2_000)
  expect(pop.current().tabs).toHaveLength(1)
})

test('what else becomes of a page goes where it belongs', () => {
  const { pop, views, options } = signedIn([sitePage({ open: 'both' })])
  pop.calls({ list: [call] })
  expect(options.openInBrowser).toHaveBeenCalledExactlyOnceWith('https://crm.example/pop?id=id-A')
  views.fact('tab-1', { type: 'calls-out', number: '10086', mode: 'audio', clicked: false })
  const wish = { page: 'CRM', dial: 'click', number: '10086', video: false, clicked: false }
  expect(options.onWish).toHaveBeenCalledExactlyOnceWith(wish)
})

test('an agent of the line alone is known to pages by the softphone’s number', () => {
  const { pop, views } = setUp([sitePage({ url: 'https://crm.example/{workNo}' })])
  const { workNumber: _, ...agent } = signedInAgent()
  pop.agent(agent)
  pop.requests['pop.open']({ page: 'CRM', subject: null })
  expect(views.told().join()).toContain(`https://crm.example/${agent.softphoneNumber}`)
})

test('a view that cannot be made is said on its tab, and the call hears nothing of it', () => {
  const { pop, options } = setUp([sitePage(), sitePage({ name: 'Orders' })])
  pop.agent(signedInAgent())
  vi.spyOn(options.views, 'open').mockImplementationOnce(() => {
    throw new Error('no more processes')
  })
  pop.calls({ list: [call] })
  expect(pop.current().tabs.map(({ state }) => state.name)).toEqual(['failed', 'loading'])
  expect(options.log.error).toHaveBeenCalledOnce()
})
