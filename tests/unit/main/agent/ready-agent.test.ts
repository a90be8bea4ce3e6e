import { expect, test } from 'vitest'
import type { Line } from '#contract'
import { registered, signIn, startAgent } from '#support/agent.ts'

const withoutMicrophone: Line = { ...registered, microphone: { status: 'missing', label: '' } }

test('idle asked for from outside the desk is only warned of while there is no microphone', async () => {
  const { agent, said, notices } = startAgent()
  await signIn(agent)
  agent.lineChanged(withoutMicrophone)

  expect(await agent.goToFromOutside({ state: 'idle' })).toEqual({ ok: false, reason: 'not-possible-now' })

  expect(said).not.toContain('idle')
  expect(notices).toEqual([{ kind: 'no-microphone' }])
})

test('everything else asked for from outside the desk is done', async () => {
  const { agent, said } = startAgent()
  await signIn(agent)
  agent.lineChanged(withoutMicrophone)
  await agent.goToFromOutside({ state: 'rest', seconds: 60 })

  agent.lineChanged(registered)
  await agent.goToFromOutside({ state: 'idle' })

  expect(said.slice(-2)).toEqual(['rest', 'idle'])
})

test('a microphone that is back takes the warning back', async () => {
  const { agent, taken } = startAgent()
  await signIn(agent)

  agent.lineChanged(registered)

  expect(taken).toContain('no-microphone')
})

test('a state that cannot be had from outside the desk is noticed', async () => {
  const { agent, notices } = startAgent()

  await agent.goToFromOutside({ state: 'busy' })

  expect(notices).toEqual([{ kind: 'command-failed', what: 'busy', reason: 'not-signed-in' }])
})
