import type { Agent, Calls, Chats, Pop, PopRequests } from '#contract'
import type { SitePage } from './site-page.ts'
import type { MakeViews } from './views.ts'

export interface PopOptions {
  readonly makeViews: MakeViews
  /** Of the profile in force. */
  readonly pages: () => readonly SitePage[]
  /** Where the pages were seen last. */
  readonly place: Pop['place']
  readonly onPlace: (place: Pop['place']) => void
  readonly onChange: (pop: Pop) => void
}

export interface PopPart {
  readonly requests: PopRequests
  current(): Pop
  agent(agent: Agent): void
  calls(calls: Calls): void
  chats(chats: Chats): void
  /** Another profile is in force. */
  siteChanged(): void
}

/** The customer's pages beside the call: which there are, and what they are told. */
export function createPop(options: PopOptions): PopPart {
  const views = options.makeViews(() => undefined)
  let pop: Pop = {
    pages: options.pages().map(({ name }) => name),
    tabs: [],
    shown: null,
    place: options.place,
    questions: [],
    downloads: [],
    refusals: [],
  }
  const change = (patch: Partial<Pop>) => {
    pop = { ...pop, ...patch }
    options.onChange(pop)
  }
  return {
    requests: {
      'pop.room': views.room,
      'pop.show': ({ tab }) => views.show(tab),
      'pop.follow': () => undefined,
      'pop.open': () => undefined,
      'pop.close': ({ tab }) => views.close(tab),
      'pop.closeEnded': () => undefined,
      'pop.tab': ({ tab, verb }) => views.tab(tab, verb),
      'pop.find': ({ tab, text, forward }) => views.find(tab, text, forward),
      'pop.answer': () => undefined,
      'pop.download': ({ id, verb }) => views.download(id, verb),
      'pop.refusalSeen': () => undefined,
      'pop.place': ({ place }) => {
        views.place(place)
        options.onPlace(place)
        change({ place })
      },
      'pop.focus': views.focus,
    },
    current: () => pop,
    agent: () => undefined,
    calls: () => undefined,
    chats: () => undefined,
    siteChanged: () => change({ pages: options.pages().map(({ name }) => name) }),
  }
}
