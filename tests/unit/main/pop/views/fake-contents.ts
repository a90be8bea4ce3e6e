import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import type { Tab } from '#main/pop/views/tab/tab.ts'
import type { PageRules, ViewFact } from '#main/pop/views.ts'

export const rules: PageRules = {
  name: 'CRM',
  origin: 'https://crm.example.com',
  keepsSignIn: false,
  permissions: [],
  hosts: null,
  sounds: false,
  dialableNumbers: false,
  servesSupportScript: false,
  ca: null,
}

/** Web contents that do nothing but what a test makes them tell; `done` is what was asked of them. */
export function fakeContents(more: object = {}) {
  const done: unknown[][] = []
  const ipc = new EventEmitter()
  const said = new EventEmitter()
  const asked = [
    'close',
    'reload',
    'send',
    'findInPage',
    'stopFindInPage',
    'setAudioMuted',
    'loadURL',
    'focus',
  ] as const
  const recorded = Object.fromEntries(
    asked.map((name) => [name, (...given: unknown[]) => void done.push([name, ...given])]),
  )
  const own = { ipc, isDestroyed: () => false, isCrashed: () => false, getURL: () => 'https://crm.example.com/a' }
  const contents = Object.assign(said, recorded, own, more)
  return {
    contents: contents as object as WebContents,
    emit: said.emit.bind(said),
    ipc,
    done,
  }
}

export function fakeTab(more: object = {}, change: Partial<PageRules> = {}) {
  const facts: ViewFact[] = []
  const { contents, ...rest } = fakeContents(more)
  const page = { rules: { ...rules, ...change }, session: null as never }
  const tab: Tab = { id: 't1', page, view: null as never, contents, tell: (fact) => void facts.push(fact) }
  return { tab, facts, ...rest }
}

/** Lets promises that are settled go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}

/** As Electron gives it to a listener that may prevent what comes. */
export function preventable(more: object = {}) {
  const event = { prevented: false, preventDefault: () => Object.assign(event, { prevented: true }), ...more }
  return event
}
