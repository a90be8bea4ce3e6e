import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { autoAnswer, autoEnterIdle, resetSkill } from '#main/gateway/operations/session.ts'
import { type Stage, stageSignedIn } from '../support/stage-session.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

async function signInAgain({ transport }: Stage): Promise<void> {
  transport.replies.set('updateGuid', { retcode: '100-006' })
  transport.asked.length = 0
  transport.bodies.length = 0
  transport.current.lose('broken')
  await vi.advanceTimersByTimeAsync(250)
}

test('a reconnection signs in to the queues that were chosen', async () => {
  const stage = await stageSignedIn()
  await stage.gateway.run(resetSkill([2, 3]))

  await signInAgain(stage)

  expect(stage.transport.asked).toContain('POST /onlineagent/6002/resetskill/false?skillid=2%3B3')
})

test('a reconnection signs in with the switches as they were thrown', async () => {
  const stage = await stageSignedIn()
  await stage.gateway.run(autoAnswer(true))
  await stage.gateway.run(autoEnterIdle(true))

  await signInAgain(stage)

  expect(stage.transport.bodies.find((body) => body !== undefined)).toMatchObject({
    autoanswer: true,
    autoenteridle: true,
  })
})

test('a switch that was refused stays as it was', async () => {
  const stage = await stageSignedIn()
  stage.transport.replies.set('true', { retcode: '100-007' })
  await stage.gateway.run(autoAnswer(true))

  await signInAgain(stage)

  expect(stage.transport.bodies.find((body) => body !== undefined)).toMatchObject({ autoanswer: false })
})
