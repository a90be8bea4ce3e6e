// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { Call } from '#contract'
import { commandsNow } from '#renderer/desk/commands.ts'
import { found } from '#renderer/desk/keys/palette.ts'
import { talkingCall } from '#support/desk-preview/scenes/talk.ts'
import { partsOver } from '#support/desk-preview/show.ts'
import { agentIn, callOf, deskState } from '#support/desk-preview/state.ts'

const held = callOf({
  id: 'c2',
  name: 'Wang Fang 王芳',
  number: '02125551234',
  phase: { name: 'held', since: 1 },
  verbs: ['retrieve', 'conference'],
})

async function typing(text: string, ...list: readonly Call[]) {
  const agent = agentIn({ name: list.length > 0 ? 'talking' : 'idle' })
  const state = deskState({ language: 'en', theme: 'light' }, { agent, calls: { list, missed: [] } })
  const { parts, asked } = await partsOver(state)
  const offered = found(commandsNow(parts, agent, text), text)
  const run = async (title: string) => {
    await offered.find((command) => command.title === title)?.run()
    return asked.at(-1)
  }
  return { parts, run, titles: offered.map(({ title }) => title) }
}

test.each([
  ['transfer 6073', 'Transfer to 6073'],
  ['转接 6073', 'Transfer to 6073'],
  ['转接6073', 'Transfer to 6073'],
  ['转移6073', 'Transfer to 6073'],
  ['consult 6073', 'Consult 6073'],
  ['求助6073', 'Consult 6073'],
  ['keys 12#', 'Send the keys 12#'],
  ['hold', 'Hold'],
  ['保持', 'Hold'],
  ['暂停录音', 'Pause recording'],
])('%j finds what it says', async (text, title) => {
  expect((await typing(text, talkingCall())).titles).toContain(title)
})

test('a transfer with a number opens the dialog with it', async () => {
  const { parts, run } = await typing('transfer 6073', talkingCall())

  await run('Transfer to 6073')

  expect(parts.handover.isOpen).toBe(true)
  expect(parts.handover.address).toBe('6073')
})

test.each([
  ['call 6003 inside', 'Call 6003 inside', 'calls.callInside', { to: { kind: 'agent', address: '6003' } }],
  ['内部呼叫6003', 'Call 6003 inside', 'calls.callInside', { to: { kind: 'agent', address: '6003' } }],
  ['pick up 6003', 'Pick up the call that rings at 6003', 'calls.pickUp', { workNumber: '6003' }],
  ['代答 6003', 'Pick up the call that rings at 6003', 'calls.pickUp', { workNumber: '6003' }],
])('%j is asked of main', async (text, title, name, input) => {
  expect(await (await typing(text)).run(title)).toEqual({ name, input })
})

test.each([
  ['swap wang', 'Swap to Wang Fang 王芳', 'calls.retrieve'],
  ['切换 王芳', 'Swap to Wang Fang 王芳', 'calls.retrieve'],
  ['join', 'Join with Wang Fang 王芳', 'calls.conference'],
])('%j does it with the call that waits', async (text, title, name) => {
  expect(await (await typing(text, talkingCall(), held)).run(title)).toEqual({ name, input: { callId: 'c2' } })
})

test('what cannot be done now is not found', async () => {
  const { titles } = await typing('transfer 6073', talkingCall({ verbs: ['hang-up'] }))

  expect(titles).toEqual([])
})

test('a bare number is called first, and inside after that', async () => {
  expect((await typing('10086')).titles.slice(0, 2)).toEqual(['Call 10086', 'Call 10086 inside'])
})

test('what the platform does not let this agent do is not found', async () => {
  const { parts, desk } = await partsOver(deskState({ language: 'en', theme: 'light' }))
  desk.take({ team: { ...desk.team, rights: { ...desk.team.rights, callOut: false, pickUp: false } } })
  const titles = found(commandsNow(parts, agentIn({ name: 'idle' }), '10086'), '10086').map(({ title }) => title)

  expect(titles).toEqual(['Call 10086 inside'])
})

test('the number that was called last is called again', async () => {
  const { parts } = await typing('')
  await parts.dialling.dial('10086')

  const again = found(commandsNow(parts, agentIn({ name: 'idle' })), '重拨')

  expect(again.map(({ title }) => title)).toEqual(['Call 10086 again'])
})
