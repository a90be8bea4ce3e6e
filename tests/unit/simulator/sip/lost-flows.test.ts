import { expect, test } from 'vitest'
import type { PhoneLeg } from '#simulator/sip/sip-side.ts'
import { tone } from '#simulator/voice/tone.ts'
import { AGENT, CUSTOMER, eventually, hears, openCentre } from './open-centre.ts'

async function talkOverANewFlow() {
  const { side, open } = await openCentre()
  const phone = await open({ instance: 'same' })
  const calls: PhoneLeg[] = []
  phone.onCall = (call) => {
    calls.push(call)
    call.voice.say(tone(880))
    void call.accept()
  }
  await phone.register()
  const leg = side.invite(AGENT.number, CUSTOMER)
  await leg.answered
  await hears(leg, 880)
  await phone.reconnect()
  await phone.register()
  const [call] = calls
  if (!call) throw new Error('No call came')
  return { side, phone, leg, call }
}

test('a call outlives its socket: the voice goes on, and the phone can hang up over the next', async () => {
  const { leg, call } = await talkOverANewFlow()
  await hears(leg, 880)

  call.hangUp()

  expect(await leg.ended).toEqual({ by: 'phone' })
})

test('a call outlives its socket: the centre hangs up over the next', async () => {
  const { leg, call } = await talkOverANewFlow()

  leg.hangUp()

  expect(await call.ended).toEqual({ by: 'phone' })
})

test('a call that nobody has answered ends with its socket', async () => {
  const { side, open } = await openCentre()
  const phone = await open()
  phone.onCall = (call) => call.ring()
  await phone.register()
  const leg = side.invite(AGENT.number, CUSTOMER)
  await eventually(() => expect(leg.times.ringing).toBeGreaterThan(0))

  side.faults.closeSockets('destroy')

  expect(await leg.ended).toEqual({ by: 'failure', why: 'flow lost' })
})

test('hanging up while there is no socket ends the leg all the same', async () => {
  const { side, open } = await openCentre()
  const phone = await open()
  phone.onCall = (call) => void call.accept()
  await phone.register()
  const leg = side.invite(AGENT.number, CUSTOMER)
  await leg.answered
  side.faults.closeSockets('close')
  await eventually(() => expect(side.isRegistered(AGENT.number)).toBe(false))

  leg.hangUp()

  expect(await leg.ended).toEqual({ by: 'centre' })
})
