import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Agent, Call, Calls, HistoryState } from '#contract'
import { createHistory, type HistoryPart, type KnownMissed } from '#main/calls/history/history.ts'
import { agentIn } from '#support/desk-preview/state.ts'
import { type PretendThread, threadHere } from '#support/history/in-this-thread.ts'
import { noon } from '#support/history/past.ts'

let folder = ''
const open: HistoryPart[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-'))
})

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  rmSync(folder, { recursive: true, force: true })
})

function start(site: { site: string; days: number } | null = { site: 'here', days: 30 }) {
  const seen = {
    states: [] as HistoryState[],
    missed: [] as KnownMissed[],
    setAside: [] as string[],
    errors: [] as string[],
  }
  const threads: PretendThread[] = []
  const history = createHistory({
    file: join(folder, 'history.db'),
    startWorker: () => {
      const thread = threadHere()
      threads.push(thread)
      return thread
    },
    site: () => site,
    onState: (state) => seen.states.push(state),
    onMissed: (missed) => seen.missed.push(missed),
    onSetAside: (file) => seen.setAside.push(file),
    log: { info: () => undefined, warn: () => undefined, error: (text) => seen.errors.push(text) },
    now: () => noon,
  })
  open.push(history)
  return { history, threads, ...seen }
}

function signedIn(workNumber = '6001'): Agent {
  return { ...agentIn({ name: 'idle' }), workNumber }
}

const signingIn: Agent = { status: 'signing-in' }
const signedOut: Agent = { status: 'signed-out', why: 'asked' }

function ended(id: string, more: Partial<Call> = {}): Call {
  return {
    id,
    direction: 'incoming',
    number: '13800138000',
    part: 'main',
    startedAt: noon,
    verbs: [],
    parties: [],
    phase: { name: 'ended', at: noon + 60_000, reason: 'customer-hung-up' },
    ...more,
  }
}

const missedCall = { phase: { name: 'ended', at: noon, reason: 'not-answered' } } as const
const only = (...list: readonly Call[]): Calls => ({ list, missed: [] })
const all = { text: '', filter: 'all', limit: 10 } as const

async function idsIn(history: HistoryPart): Promise<readonly string[]> {
  return (await history.requests['history.search'](all)).calls.map(({ id }) => id)
}

test('a call that is over is found, and the windows are told', async () => {
  const { history, states } = start()
  history.agent(signedIn())

  history.calls(only(ended('one')))

  await vi.waitFor(() => expect(states).toEqual([{ revision: 1, days: 30 }]))
  expect(await idsIn(history)).toEqual(['one'])
})

test('nothing is started before it is needed', () => {
  const { history, threads } = start()

  history.siteChanged()
  history.calls(only())

  expect(threads).toEqual([])
})

test('a call that comes while the agent signs in is theirs, not of the one before', async () => {
  const { history } = start()
  history.agent(signedIn('6001'))
  history.agent(signedOut)
  history.agent(signingIn)
  history.calls(only(ended('early')))
  expect(await idsIn(history)).toEqual([])

  history.agent(signedIn('6002'))
  expect(await idsIn(history)).toEqual(['early'])

  history.agent(signedIn('6001'))
  expect(await idsIn(history)).toEqual([])
})

test('a call that ends by the sign-out is still kept', async () => {
  const { history } = start()
  history.agent(signedIn())
  history.agent(signedOut)
  history.calls(only(ended('last')))
  expect(await idsIn(history)).toEqual([])

  history.agent(signedIn())
  expect(await idsIn(history)).toEqual(['last'])
})

test('who signs in is told what they missed, and whether they have seen it', async () => {
  const before = start()
  before.history.agent(signedIn())
  before.history.calls(only(ended('missed', missedCall)))
  const unseen = { id: 'missed', number: '13800138000', at: noon, reason: 'not-answered', seen: false } as const
  before.history.calls({ list: [], missed: [unseen] })
  await before.history.close()

  const { history, missed } = start()
  history.agent(signedIn())
  await vi.waitFor(() => expect(missed).toEqual([{ since: noon, missed: [unseen] }]))

  history.calls({ list: [], missed: [unseen] })
  history.calls({ list: [], missed: [{ ...unseen, seen: true }] })
  history.agent(signingIn)
  history.agent(signedIn())
  await vi.waitFor(() => expect(missed.at(-1)?.missed).toEqual([{ ...unseen, seen: true }]))
})

test('a call that was lost while the agent was away is kept once', async () => {
  const { history, missed } = start()
  history.agent(signedIn())
  const lost = { id: 'abandoned-1', number: '10086', at: noon, reason: 'customer-gave-up', seen: false } as const

  history.calls({ list: [], missed: [lost] })
  history.agent(signingIn)
  history.agent(signedIn())
  await vi.waitFor(() => expect(missed.at(-1)?.missed).toEqual([lost]))
  await history.requests['history.remove']({ callId: 'abandoned-1' })
  history.calls({ list: [], missed: [lost] })

  expect(await idsIn(history)).toEqual([])
})

test('what is removed is not missed any more', async () => {
  const { history, missed } = start()
  history.agent(signedIn())
  history.calls(only(ended('missed', missedCall)))

  await history.requests['history.remove']({ callId: 'missed' })

  expect(missed.at(-1)?.missed).toEqual([])
  expect(await idsIn(history)).toEqual([])
})

test('a note of a call is kept, and none of a call that is nobody’s', async () => {
  const { history } = start()
  history.agent(signedIn())
  history.calls(only({ ...ended('one'), phase: { name: 'talking', since: noon, muted: false } }))

  expect(await history.requests['history.note']({ callId: 'one', text: 'so far' })).toBe(true)
  expect(await history.requests['history.note']({ callId: 'none', text: 'so far' })).toBe(false)
  expect(await history.requests['history.noteOf']({ callId: 'one' })).toBe('so far')
})

test('a thread that died is started again, and what it had kept is there', async () => {
  const { history, threads, errors } = start()
  history.agent(signedIn())
  history.calls(only(ended('one')))
  await idsIn(history)

  threads[0]?.die()

  expect(await idsIn(history)).toEqual(['one'])
  expect(errors).toEqual(['the history has stopped'])
  expect(threads).toHaveLength(2)
})

test('a damaged file is named, and the day goes on', async () => {
  writeFileSync(join(folder, 'history.db'), 'no database '.repeat(1_000))
  const { history, setAside } = start()
  history.agent(signedIn())

  history.calls(only(ended('one')))

  expect(await idsIn(history)).toEqual(['one'])
  expect(setAside).toEqual([expect.stringMatching(/^history\.damaged-/)])
})

test('without a profile there is no history, and nobody fails', async () => {
  const { history, threads } = start(null)
  history.agent(signedIn())
  history.calls(only(ended('one')))

  expect(await idsIn(history)).toEqual([])
  expect(await history.requests['history.note']({ callId: 'one', text: '' })).toBe(false)
  await history.requests['history.clear'](undefined)
  expect(history.current()).toEqual({ revision: 0, days: 0 })
  expect(threads).toEqual([])
})
