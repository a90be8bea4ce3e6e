import { expect, test } from 'vitest'
import type { Agent, GatewayLink, Rights } from '#contract'
import { createRights, NO_RIGHTS } from '#main/team/rights.ts'
import { agentIn } from '#support/desk-preview/state.ts'

const signedIn = (gateway: GatewayLink = { status: 'connected' }): Agent => ({ ...agentIn({ name: 'idle' }), gateway })
const away: GatewayLink = { status: 'reconnecting', since: 1, attempt: 1 }

function rightsOf(answers: Partial<Record<string, boolean | null>>) {
  const asked: string[] = []
  const told: Rights[] = []
  const hear = createRights({
    ask: async (name) => {
      asked.push(name)
      return answers[name] ?? null
    },
    onRights: (rights) => void told.push(rights),
  })
  return {
    asked,
    told,
    answers,
    hear: (agent: Agent) => {
      hear(agent)
      return new Promise((resolve) => setImmediate(resolve))
    },
  }
}

test('each right is asked for once after the sign-in', async () => {
  const { hear, asked, told } = rightsOf({ iscensor: true, ismonitor: false, ispickup: true, iscallout: true })
  await hear({ status: 'signing-in' })
  await hear(signedIn())
  await hear(signedIn())

  expect(asked).toEqual(['iscensor', 'ismonitor', 'ispickup', 'iscallout'])
  expect(told).toEqual([{ inspect: true, monitor: false, pickUp: true, callOut: true }])
})

test('calling out and picking up hold until the platform says no', async () => {
  const { hear, told } = rightsOf({ iscensor: false, ismonitor: false, ispickup: false })
  await hear(signedIn())

  expect(told).toEqual([{ inspect: false, monitor: false, pickUp: false, callOut: true }])
})

test('a question that failed is no right, and is asked again after a reconnection', async () => {
  const { hear, asked, told, answers } = rightsOf({ ismonitor: true, ispickup: true, iscallout: true })
  await hear(signedIn())
  expect(told.at(-1)?.inspect).toBe(false)

  answers.iscensor = true
  await hear(signedIn(away))
  await hear(signedIn())
  expect(told.at(-1)?.inspect).toBe(true)
  expect(asked.slice(4)).toEqual(['iscensor'])
})

test('with the session the rights are gone, and the next one asks anew', async () => {
  const { hear, asked, told } = rightsOf({ iscensor: true })
  await hear(signedIn())
  await hear({ status: 'signed-out', why: 'asked' })
  expect(told.at(-1)).toEqual(NO_RIGHTS)

  await hear(signedIn())
  expect(asked.filter((name) => name === 'iscensor')).toHaveLength(2)
})

test('without a gateway nobody is asked', async () => {
  const { hear, asked } = rightsOf({})
  await hear(signedIn({ status: 'none' }))
  expect(asked).toEqual([])
})
