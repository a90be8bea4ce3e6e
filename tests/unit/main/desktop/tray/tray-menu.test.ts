import { describe, expect, test } from 'vitest'
import type { Agent, AgentStateName, Calls } from '#contract'
import { type TrayItem, trayMenu, trayStateOf, trayTip } from '#main/desktop/tray/tray-menu.ts'
import { wordsIn } from '#main/desktop/words/words.ts'
import { signedInAgent } from '#support/agent.ts'
import { chatOf, ringingChat } from '#support/desk-preview/chats.ts'
import { aCall, callsOf, ended, noCalls, ringing, signedOut, talking } from '../builders.ts'

const words = wordsIn('en')
const labels = (agent: Agent, calls: Calls) =>
  trayMenu({ agent, calls }, words).map((group) => group.map(({ label }) => label))
const allItems = (agent: Agent, calls: Calls): TrayItem[] => trayMenu({ agent, calls }, words).flat()

describe('the icon shows', () => {
  test.each<AgentStateName>(['idle', 'busy', 'rest', 'wrap-up', 'talking'])('%s', (name) => {
    expect(trayStateOf({ agent: signedInAgent({ state: { name, since: 0 } }), calls: noCalls })).toBe(name)
  })

  test('offline without a signed-in agent', () => {
    expect(trayStateOf({ agent: signedOut, calls: noCalls })).toBe('offline')
    expect(trayStateOf({ agent: { status: 'signing-in' }, calls: noCalls })).toBe('offline')
  })

  test('ringing before everything', () => {
    const calls = callsOf([aCall({ phase: talking }), aCall({ id: 'c2', phase: ringing })])

    expect(trayStateOf({ agent: signedInAgent(), calls })).toBe('ringing')
  })

  test('talking for every call that is up, and not for one that has ended', () => {
    expect(trayStateOf({ agent: signedInAgent(), calls: callsOf([aCall({ phase: talking })]) })).toBe('talking')
    expect(trayStateOf({ agent: signedInAgent(), calls: callsOf([aCall({ phase: ended })]) })).toBe('idle')
  })
})

describe('the menu', () => {
  test('of someone who is not signed in opens and quits', () => {
    expect(labels(signedOut, noCalls)).toEqual([['Open Earshot', 'Quit']])
  })

  test('of a ringing call answers, and declines in both ways of the platform', () => {
    const calls = callsOf([aCall({ name: 'Ann', queue: 'Sales', verbs: ['answer', 'decline'] })])

    expect(labels(signedInAgent(), calls)[0]).toEqual([
      'Ann · Sales',
      'Answer',
      'Decline: back to the queue',
      'Decline: hang up on them',
    ])
  })

  test('of a plain softphone declines in one way, and has no wrap-up', () => {
    const agent = signedInAgent({ gateway: { status: 'none' } })
    const shown = labels(agent, callsOf([aCall({ verbs: ['answer', 'decline'] })])).flat()

    expect(shown).toContain('Decline')
    expect(shown).not.toContain('Wrap-up')
  })

  test('has the verbs of this moment and no others', () => {
    expect(labels(signedInAgent(), callsOf([aCall({ phase: talking, verbs: ['unmute', 'hang-up'] })]))[0]).toEqual([
      '13812345678',
      'Unmute',
      'Hang up',
    ])
  })

  test('has nothing for a call that has ended', () => {
    expect(labels(signedInAgent(), callsOf([aCall({ phase: ended })]))).toHaveLength(2)
  })

  test('ticks the state in force', () => {
    const agent = signedInAgent({ state: { name: 'busy', since: 0 } })

    expect(
      allItems(agent, noCalls)
        .filter(({ checked }) => checked)
        .map(({ label }) => label),
    ).toEqual(['Go busy'])
  })

  test('rests for as long as chosen', () => {
    const rest = allItems(signedInAgent(), noCalls).find(({ label }) => label === 'Rest')

    expect(rest?.items?.[1]).toEqual({
      label: '10 minutes',
      action: { verb: 'go-to', goTo: { state: 'rest', seconds: 600 } },
    })
  })

  test('names a caller who withholds the number', () => {
    expect(labels(signedInAgent(), callsOf([aCall({ number: '' })]))[0]?.[0]).toBe('Number withheld')
  })
})

test('the tip says state and caller', () => {
  expect(trayTip({ agent: signedInAgent(), calls: noCalls }, words)).toBe('Earshot · Idle')
  expect(trayTip({ agent: signedInAgent(), calls: callsOf([aCall({ name: 'Ann' })]) }, words)).toBe(
    'Earshot · Ringing · Ann',
  )
})

test('a chat that rings is answered and declined from the menu, and what is unread leads to its chat', () => {
  const view = {
    agent: signedInAgent(),
    calls: noCalls,
    chats: [ringingChat({ id: 'r', unread: 0 }), chatOf({ id: 'o', unread: 2 })],
  }
  const [rings, unread] = trayMenu(view, words)

  expect(trayStateOf(view)).toBe('ringing')
  expect(trayTip(view, words)).toBe('Earshot · Ringing · 2 unread messages')
  expect(rings).toEqual([
    { label: 'Li Na 李娜 · Web chat · Billing 账单' },
    { label: 'Answer', action: { verb: 'answer-chat', chatId: 'r' } },
    { label: 'Decline', action: { verb: 'decline-chat', chatId: 'r' } },
  ])
  expect(unread).toEqual([{ label: 'Li Na 李娜 · 2 unread messages', action: { verb: 'show-chat', chatId: 'o' } }])
})
