import type { DeskState, DirectoryFound } from '#contract'
import type { DeskBridge } from '#renderer/desk/bridge.ts'

type Listener = (value: unknown) => void

export interface FakeBridge {
  readonly bridge: DeskBridge
  /** What the desk asked, in order. */
  readonly asked: { readonly name: string; readonly input: unknown }[]
  /** What main answers from now on. */
  answer(name: string, value: unknown): void
  /** Main tells: each key becomes its event. */
  tell(news: Partial<DeskState>): void
  /** Main says one thing once. */
  send(event: string, value: unknown): void
}

const nobodyFound: DirectoryFound = {
  entries: [],
  counts: { agent: 0, queue: 0, 'access-code': 0, ivr: 0, contact: 0 },
  revision: 1,
}

/** Main as the desk sees it: answers what it is told to, and remembers what was asked. */
export function fakeBridge(current: DeskState): FakeBridge {
  const asked: { name: string; input: unknown }[] = []
  const answers = new Map<string, unknown>([
    ['desk.current', current],
    ['directory.search', nobodyFound],
    ['history.search', { calls: [], more: false }],
    ['history.noteOf', ''],
    ['drafts.all', []],
    ['replies.all', []],
  ])
  const listeners = new Map<string, Set<Listener>>()
  const bridge: DeskBridge = {
    async request(name, input) {
      asked.push({ name, input })
      return (await (answers.has(name) ? answers.get(name) : { ok: true })) as never
    },
    subscribe(name, listener) {
      const those = listeners.get(name) ?? new Set<Listener>()
      listeners.set(name, those.add(listener as Listener))
      return () => those.delete(listener as Listener)
    },
  }
  const send = (event: string, value: unknown) => {
    for (const listener of listeners.get(event) ?? []) listener(value)
  }
  return {
    bridge,
    asked,
    send,
    answer: (name, value) => answers.set(name, value),
    tell: (news) => {
      for (const [key, value] of Object.entries(news)) send(`${key}.changed`, value)
    },
  }
}
