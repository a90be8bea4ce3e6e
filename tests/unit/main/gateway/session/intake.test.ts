import { expect, test } from 'vitest'
import type { GatewayEvent } from '#main/gateway/event.ts'
import { createIntake } from '#main/gateway/session/intake.ts'
import { keepLog } from '../support/collect.ts'
import { event } from '../support/stage-session.ts'

function start() {
  const told: GatewayEvent[] = []
  const log = keepLog()
  let clock = 0
  const intake = createIntake({
    log,
    now: () => ++clock,
    onFact: () => 'keep',
    onEvent: (one) => {
      if (one.type === 'rest-over') throw new Error('bug')
      told.push(one)
    },
  })
  return { intake, told, log }
}

test('events wait while it holds and come in order afterwards', () => {
  const { intake, told } = start()
  intake.take([event('AgentState_Ready')])
  intake.take([event('AgentState_Busy')])
  expect(told).toEqual([])

  intake.release()
  intake.take([event('AgentState_Work')])

  expect(told).toEqual([
    { type: 'agent-state', state: 'idle', at: 1 },
    { type: 'agent-state', state: 'talking', at: 2 },
    { type: 'agent-state', state: 'wrap-up', at: 3 },
  ])
})

test('what cannot be read is one line that names it, and the next one comes', () => {
  const { intake, told, log } = start()
  intake.release()

  intake.take([event('AgentEvent_Talking', {}), 'rubbish', event('AgentState_Ready')])

  expect(log.lines).toEqual([
    'Event from the gateway dropped {"eventType":"AgentEvent_Talking","why":"no call id"}',
    'Event from the gateway dropped {"eventType":"","why":"no event type"}',
  ])
  expect(told).toHaveLength(1)
})

test('an event its listener chokes on costs neither the next one nor the connection', () => {
  const { intake, told, log } = start()
  intake.release()

  intake.take([event('AgentState_Rest_Timeout'), event('AgentState_Ready')])

  expect(told).toHaveLength(1)
  expect(log.lines).toEqual(['Event not taken {"event":"rest-over","error":"bug"}'])
})

test('an event nobody knows is named once, however often it comes', () => {
  const { intake, log } = start()
  intake.release()

  intake.take([event('AgentEvent_Surprise'), event('AgentEvent_Surprise'), event('AgentEvent_Other')])

  expect(log.lines).toEqual([
    'Event from the gateway not known {"eventType":"AgentEvent_Surprise"}',
    'Event from the gateway not known {"eventType":"AgentEvent_Other"}',
  ])
})
