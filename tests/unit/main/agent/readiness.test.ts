import { expect, test } from 'vitest'
import type { Agent, AgentStateName, Line } from '#contract'
import { judge, LINE_DOWN_MS, NOT_WAITING } from '#main/agent/readiness.ts'
import { signedInAgent } from '#support/agent.ts'

function agentAt(name: AgentStateName, gateway: 'connected' | 'none' = 'connected'): Agent {
  return signedInAgent({ gateway: { status: gateway }, state: { name, since: 0 } })
}

function line(status: 'registered' | 'failed', phoneWindow: Line['phoneWindow'] = 'up'): Line {
  return {
    registration:
      status === 'failed'
        ? { status, server: 'wss://host', reason: 'unreachable' }
        : { status, server: 'wss://host', since: 0 },
    microphone: { status: 'ready', label: '' },
    devices: { microphones: [], speakers: [] },
    camera: { status: 'closed', label: '' },
    cameras: [],
    ring: 'silent',
    phoneWindow,
  }
}

test('an idle agent whose line stays down is taken out, once', () => {
  const first = judge(NOT_WAITING, agentAt('idle'), line('failed'), 1_000)
  expect(first).toMatchObject({ action: 'none', lookAgainAt: 1_000 + LINE_DOWN_MS })

  const later = judge(first.readiness, agentAt('idle'), line('failed'), 1_000 + LINE_DOWN_MS)
  expect(later.action).toBe('take-out')
  expect(judge(later.readiness, agentAt('idle'), line('failed'), 9_000).action).toBe('none')
})

test('a phone window that is gone is a line that is down', () => {
  const down = judge(NOT_WAITING, agentAt('idle'), line('registered', 'down'), 0)

  expect(judge(down.readiness, agentAt('idle'), line('registered', 'down'), LINE_DOWN_MS).action).toBe('take-out')
})

test('who was taken out is brought back when the line is there again', () => {
  const takenOut = { ...NOT_WAITING, downSince: 0, takenOut: true }

  expect(judge(takenOut, agentAt('busy'), line('registered'), 9_000)).toMatchObject({
    action: 'bring-back',
    readiness: NOT_WAITING,
  })
})

test('who chose to be busy is left there', () => {
  expect(judge(NOT_WAITING, agentAt('busy'), line('registered'), 9_000).action).toBe('none')
})

test('the wish to go idle after sign-in waits for the line', () => {
  const wanted = { ...NOT_WAITING, idleWanted: true }

  const waiting = judge(wanted, agentAt('busy'), line('failed'), 0)
  expect(waiting.action).toBe('none')
  expect(judge(waiting.readiness, agentAt('busy'), line('registered'), 100)).toMatchObject({ action: 'go-idle' })
})

test('passing through idle while signing in does not use up the wish', () => {
  const wanted = { ...NOT_WAITING, idleWanted: true }
  const passing = judge(wanted, agentAt('idle'), line('registered'), 0)

  expect(judge(passing.readiness, agentAt('busy'), line('registered'), 10).action).toBe('go-idle')
})

test('a wish that calls have come by is used up: who is made busy after one is left there', () => {
  const wanted = { ...NOT_WAITING, idleWanted: true }
  const idle = judge(wanted, agentAt('idle'), line('registered'), 0)
  const inCall = judge(idle.readiness, agentAt('talking'), line('registered'), 10)

  expect(judge(inCall.readiness, agentAt('busy'), line('registered'), 20).action).toBe('none')
})

test('without a gateway there is no queue to be taken out of', () => {
  expect(judge(NOT_WAITING, agentAt('idle', 'none'), line('failed'), 9_000_000).action).toBe('none')
})

function withMicrophone(status: Line['microphone']['status']): Line {
  return { ...line('registered'), microphone: { status, label: '' } }
}

test('the wish to go idle waits until it is known whether there is a microphone', () => {
  const wanted = { ...NOT_WAITING, idleWanted: true }

  const unknown = judge(wanted, agentAt('busy'), withMicrophone('at-rest'), 0)

  expect(unknown.action).toBe('none')
  expect(judge(unknown.readiness, agentAt('busy'), withMicrophone('ready'), 10).action).toBe('go-idle')
})

test.each(['missing', 'refused', 'unplugged', 'failed'] as const)(
  'nobody goes idle by an old wish while the microphone is %s; they are warned once',
  (status) => {
    const wanted = { ...NOT_WAITING, idleWanted: true }

    const warned = judge(wanted, agentAt('busy'), withMicrophone(status), 0)

    expect(warned.action).toBe('warn')
    expect(judge(warned.readiness, agentAt('busy'), withMicrophone(status), 10).action).toBe('none')
    expect(judge(warned.readiness, agentAt('busy'), withMicrophone('ready'), 20).action).toBe('go-idle')
  },
)

test('who was taken out for the line is not brought back without a microphone', () => {
  const takenOut = { ...NOT_WAITING, downSince: 0, takenOut: true }

  const warned = judge(takenOut, agentAt('busy'), withMicrophone('unplugged'), 9_000)

  expect(warned.action).toBe('warn')
  expect(judge(warned.readiness, agentAt('busy'), withMicrophone('ready'), 9_010).action).toBe('bring-back')
})
