// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { partsOver } from '#support/desk-preview/show.ts'
import { agentIn, callOf, deskState, wellLine } from '#support/desk-preview/state.ts'

const look = { language: 'en', theme: 'light' }
const deaf = { ...wellLine, microphone: { status: 'missing', label: '' } } as const
const talking = { list: [callOf({ phase: { name: 'talking', since: 1, muted: false } })], missed: [] }
const states = (asked: readonly { readonly name: string }[]) => asked.filter(({ name }) => name !== 'desk.current')

test('going idle with a microphone asks nobody', async () => {
  const { parts, asked } = await partsOver(deskState(look, { agent: agentIn({ name: 'busy' }) }))

  await parts.presence.goTo({ state: 'idle' })

  expect(states(asked)).toEqual([{ name: 'agent.goTo', input: { state: 'idle' } }])
})

test('going idle without a microphone is asked about first; a second time is yes', async () => {
  const { parts, asked } = await partsOver(deskState(look, { line: deaf }))

  await parts.presence.goTo({ state: 'idle' })
  expect(parts.presence.asking).toBe('idle-without-microphone')
  expect(states(asked)).toEqual([])

  await parts.presence.goTo({ state: 'idle' })
  expect(parts.presence.asking).toBeNull()
  expect(states(asked)).toHaveLength(1)
})

test('a microphone plugged in meanwhile answers the question', async () => {
  const { parts, tell } = await partsOver(deskState(look, { line: deaf }))

  await parts.presence.goTo({ state: 'idle' })
  tell({ line: wellLine })

  expect(parts.presence.asking).toBeNull()
})

test('going busy needs no microphone', async () => {
  const { parts, asked } = await partsOver(deskState(look, { line: deaf }))

  await parts.presence.goTo({ state: 'busy', reason: 201 })

  expect(states(asked)).toEqual([{ name: 'agent.goTo', input: { state: 'busy', reason: 201 } }])
})

test('signing out in a call is asked about, and ends the call only then', async () => {
  const { parts, asked } = await partsOver(deskState(look, { calls: talking }))

  await parts.presence.signOut()
  expect(parts.presence.asking).toBe('sign-out-in-call')
  expect(states(asked)).toEqual([])

  await parts.presence.signOut()
  expect(states(asked)).toEqual([{ name: 'agent.signOut', input: { force: true } }])
})

test('signing out without a call is not forced', async () => {
  const { parts, asked } = await partsOver(deskState(look))

  await parts.presence.signOut()

  expect(states(asked)).toEqual([{ name: 'agent.signOut', input: { force: false } }])
})

test('the question goes when the call ends by itself', async () => {
  const { parts, tell } = await partsOver(deskState(look, { calls: talking }))

  await parts.presence.signOut()
  tell({ calls: { list: [], missed: [] } })

  expect(parts.presence.asking).toBeNull()
})

test('a refusal is kept until it is read', async () => {
  const { parts, answer } = await partsOver(deskState(look))
  answer('agent.goTo', { ok: false, reason: 'refused', retcode: '100-009' })

  await parts.presence.goTo({ state: 'rest', seconds: 300 })
  expect(parts.presence.refused).toEqual({ ok: false, reason: 'refused', retcode: '100-009', wanted: 'rest' })

  parts.presence.dismiss()
  expect(parts.presence.refused).toBeNull()
})
