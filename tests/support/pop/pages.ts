import type { PopSubject } from '#contract'
import type { PopEvent } from '#main/pop/event.ts'
import { advance } from '#main/pop/pop.ts'
import type { SitePage } from '#main/pop/site-page.ts'
import { noPop, type PopOrder, type PopState } from '#main/pop/state.ts'
import type { Subject } from '#main/pop/subjects.ts'
import type { ViewFact } from '#main/pop/views.ts'

export function sitePage(page: Partial<SitePage> = {}): SitePage {
  return {
    name: 'CRM',
    url: 'https://crm.example/pop?id={callid}',
    method: 'GET',
    when: ['ringing'],
    for: {},
    open: 'embedded',
    dial: 'click',
    keepsSignIn: false,
    permissions: [],
    sounds: false,
    dialableNumbers: false,
    servesSupportScript: false,
    ...page,
  }
}

export const callA: PopSubject = { kind: 'call', callId: 'A' }
export const callB: PopSubject = { kind: 'call', callId: 'B' }
export const chatC: PopSubject = { kind: 'chat', chatId: 'C' }
export const chatD: PopSubject = { kind: 'chat', chatId: 'D' }

function nameOf(subject: PopSubject): string {
  return subject.kind === 'call' ? subject.callId : subject.chatId
}

/** A call or chat that rings, but for what is given. */
export function subjectOf(subject: PopSubject, about: Partial<Subject> = {}): Subject {
  const name = nameOf(subject)
  return {
    subject,
    stage: 'ringing',
    outgoing: false,
    media: subject.kind === 'chat' ? 'chat' : 'audio',
    number: `138${name}`,
    person: `Person ${name}`,
    front: false,
    values: { callerNum: `138${name}`, callid: `id-${name}`, callType: '0' },
    awaited: [],
    ...about,
  }
}

export const agent = { workNo: '6001', skills: [] }

/** The pages of a site while an agent works; every order that came of it is kept. */
export function createPopStory(...pages: readonly SitePage[]) {
  let state: PopState = advance(noPop(pages, 'desk'), { type: 'agent', agent })
  let at = 1_000
  const orders: PopOrder[] = []
  const story = {
    hears: (event: PopEvent) => {
      state = advance(state, event)
      orders.push(...state.orders)
      return story
    },
    work: (...subjects: readonly Subject[]) => story.hears({ type: 'work', subjects, at }),
    tells: (fact: ViewFact, tab = 'tab-1') => story.hears({ type: 'fact', tab, fact }),
    follows: (subject: PopSubject | null) => story.hears({ type: 'followed', subject, at }),
    passes: (ms: number) => {
      at += ms
      return story.hears({ type: 'time', at })
    },
    opens: (page: string, subject: PopSubject | null) => story.hears({ type: 'opened-by-hand', page, subject }),
    state: () => state,
    /** Page and call of each tab; the one in front has a star. */
    tabs: () => state.tabs.map((tab) => `${label(tab)}${tab.id === state.shown ? '*' : ''}`),
    tab: (name: string) => state.tabs.find((tab) => label(tab) === name)?.id ?? '',
    orders: () => orders,
    /** What each tab was told, since the last look. */
    told: () => orders.splice(0).flatMap((order) => (order.do === 'tell' ? [`${order.tab} ${order.event.name}`] : [])),
  }
  return story
}

function label({ page, subject, opener }: PopState['tabs'][number]): string {
  return `${page} ${subject ? nameOf(subject) : 'nobody'}${opener === null ? '' : ' window'}`
}

export type PopStory = ReturnType<typeof createPopStory>
