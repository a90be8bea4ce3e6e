import { expect, test } from 'vitest'
import { signIn, startAgent } from '#support/agent.ts'

test('a sign-in is to every queue that is configured', async () => {
  const { agent } = startAgent()
  await signIn(agent)

  expect(agent.current()).toMatchObject({ signedInSkills: [1, 2] })
})

test('the queues chosen are those signed in to, as far as they are configured', async () => {
  const { agent, said } = startAgent()
  await signIn(agent)

  expect(await agent.requests['agent.setSkills']({ skillIds: [2, 9] })).toEqual({ ok: true })

  expect(said).toContain('skills 2,9')
  expect(agent.current()).toMatchObject({ signedInSkills: [2] })
})

test('queues that were refused stay as they were', async () => {
  const { agent, gateway } = startAgent()
  await signIn(agent)
  gateway.setSkills = () => Promise.resolve({ ok: false, reason: 'refused', retcode: '100-007' })

  expect(await agent.requests['agent.setSkills']({ skillIds: [2] })).toMatchObject({ ok: false })

  expect(agent.current()).toMatchObject({ signedInSkills: [1, 2] })
})

test('a switch is thrown when the gateway has said yes, and kept', async () => {
  const { agent, gateway, habits } = startAgent()
  await signIn(agent)

  await agent.requests['agent.setAutoAnswer']({ on: true })
  expect(agent.current()).toMatchObject({ autoAnswer: true, autoIdle: false })
  expect(habits).toEqual([{ autoAnswer: true }])

  gateway.setAutoIdle = () => Promise.resolve({ ok: false, reason: 'no-answer' })
  await agent.requests['agent.setAutoIdle']({ on: true })
  expect(agent.current()).toMatchObject({ autoIdle: false })
  expect(habits).toHaveLength(1)
})

test('a switch thrown before signing in is kept for it', async () => {
  const { agent, habits, said } = startAgent()

  await agent.requests['agent.setAutoIdle']({ on: true })

  expect(habits).toEqual([{ autoIdle: true }])
  expect(said).toEqual([])
})
