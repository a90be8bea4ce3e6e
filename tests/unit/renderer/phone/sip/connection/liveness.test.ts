import { expect, test } from 'vitest'
import {
  firstLiveness,
  type LivenessStep,
  onAnswer,
  onTimer,
  onTraffic,
} from '#renderer/phone/sip/connection/liveness.ts'

function livenessOf(step: LivenessStep | null) {
  if (step === null || step.do === 'give-up') throw new Error('the socket was given up')
  return step.liveness
}

const asked = livenessOf(onTimer(firstLiveness))
const proven = livenessOf(onAnswer(asked, 'ping'))

test('asks by ping first, and notices a dead socket within five seconds', () => {
  const rest = onAnswer(asked, 'ping')
  const again = onTimer(proven)

  expect(again).toMatchObject({ do: 'send', liveness: { probe: 'ping' } })
  expect((rest?.do === 'rest' ? rest.thenMs : 0) + (again.do === 'send' ? again.thenMs : 0)).toBeLessThan(5_000)
  expect(onTimer(livenessOf(again))).toEqual({ do: 'give-up' })
})

test('a server that never answered a ping is asked by OPTIONS, then by REGISTER, then given up', () => {
  const options = onTimer(asked)
  const register = onTimer(livenessOf(options))

  expect(options).toMatchObject({ do: 'send', liveness: { probe: 'options', proven: false } })
  expect(register).toMatchObject({ do: 'send', liveness: { probe: 'register', proven: false } })
  expect(onTimer(livenessOf(register))).toEqual({ do: 'give-up' })
})

test('an answer to another probe proves nothing of this one', () => {
  expect(onAnswer(asked, 'options')).toBeNull()
  expect(onAnswer(proven, 'ping')).toBeNull()
})

test('other traffic spares a probe that used to be answered, and no other', () => {
  const again = livenessOf(onTimer(proven))

  expect(onTraffic(again)).toMatchObject({ do: 'rest', liveness: { probe: 'ping', proven: true } })
  expect(onTraffic(asked)).toBeNull()
  expect(onTraffic(proven)).toBeNull()
})
