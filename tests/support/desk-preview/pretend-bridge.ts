type State = Record<string, unknown>
type Listener = (value: unknown) => void

/** What the test may do to the page: change what main would say, answer what main would answer. */
export interface Pretend {
  readonly asked: { readonly name: string; readonly input: unknown }[]
  answers: Record<string, unknown>
  tell(news: State): void
  say(event: string, value: unknown): void
  readonly violations: string[]
}

declare global {
  interface Window {
    pretendState?: State
    pretend: Pretend
  }
}

const listeners = new Map<string, Set<Listener>>()
let state: State = window.pretendState ?? {}

const pretend: Pretend = {
  asked: [],
  answers: {
    'history.search': { calls: [], more: false },
    'history.noteOf': '',
    'drafts.all': [],
    'replies.all': [],
    'directory.search': {
      entries: [],
      counts: { agent: 0, queue: 0, 'access-code': 0, ivr: 0, contact: 0 },
      revision: 1,
    },
  },
  violations: [],
  tell(news) {
    state = { ...state, ...news }
    for (const [key, value] of Object.entries(news)) pretend.say(`${key}.changed`, value)
  },
  say(event, value) {
    for (const listener of listeners.get(event) ?? []) listener(value)
  },
}

document.addEventListener('securitypolicyviolation', (event) => {
  pretend.violations.push(`${event.effectiveDirective} ${event.sourceFile}:${event.lineNumber} ${event.sample}`)
})

const bridge = {
  async request(name: string, input: unknown): Promise<unknown> {
    pretend.asked.push({ name, input })
    if (name.endsWith('.current')) return state
    if (name === 'settings.change') {
      const settings = { ...(state.settings as State), ...(input as State) }
      pretend.tell({ settings })
      const { language } = settings
      if (language) pretend.tell({ desktop: { ...(state.desktop as State), language } })
    }
    return pretend.answers[name] ?? { ok: true }
  },
  subscribe(name: string, listener: Listener): () => void {
    const those = listeners.get(name) ?? new Set()
    listeners.set(name, those.add(listener))
    return () => those.delete(listener)
  },
}

Object.assign(window, { bridge, pretend })
