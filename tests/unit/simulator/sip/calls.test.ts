import { expect, test, vi } from 'vitest'
import type { Phone } from '#simulator/sip/phone/open-phone.ts'
import type { PhoneLeg } from '#simulator/sip/sip-side.ts'
import { tone } from '#simulator/voice/tone.ts'
import { AGENT, type Centre, CUSTOMER, eventually, hears, openCentre } from './open-centre.ts'

/** A registered phone, and what it did with the call that came. */
async function openPhone({ open }: Centre, onCall: (leg: PhoneLeg) => void): Promise<Phone> {
  const phone = await open()
  phone.onCall = onCall
  await phone.register()
  return phone
}

/** A call from the centre that the phone has answered; each says a tone of its own. */
async function talk(centre: Centre) {
  const calls: PhoneLeg[] = []
  const phone = await openPhone(centre, (leg) => {
    calls.push(leg)
    leg.voice.say(tone(880))
    void leg.accept()
  })
  const leg = centre.side.invite(AGENT.number, CUSTOMER)
  leg.voice.say(tone(440))
  await leg.answered
  const [call] = calls
  if (!call) throw new Error('No call came')
  return { leg, call, phone }
}

test('a phone rings, answers, and each hears the other', async () => {
  const { leg, call } = await talk(await openCentre())

  await hears(leg, 880)
  await hears(call, 440)

  expect(leg.times.ok).toBeGreaterThan(leg.times.invite ?? Number.POSITIVE_INFINITY)
})

test('the phone is told who calls, with every header asked for', async () => {
  const centre = await openCentre()
  const phone = await openPhone(centre, (leg) => leg.refuse(486, 'Busy Here'))
  const headers = ['Alert-Info: <http://localhost>;info=alert-autoanswer']

  await centre.side.invite(AGENT.number, { number: '+86 138', name: 'Ann "A" \\', headers }).ended

  const invite = phone.received.find((text) => text.startsWith('INVITE'))
  expect(invite).toContain('"Ann \\"A\\" \\\\" <sip:+86%20138@localhost>')
  expect(invite).toContain(headers[0])
})

test('ringing is noticed', async () => {
  const centre = await openCentre()
  await openPhone(centre, (leg) => leg.ring())

  const leg = centre.side.invite(AGENT.number, CUSTOMER)

  await eventually(() => expect(leg.times.ringing).toBeGreaterThan(0))
  leg.hangUp()
})

test('a busy phone ends the call with its code and reason', async () => {
  const centre = await openCentre()
  await openPhone(centre, (leg) => leg.refuse(486, 'Busy Here'))

  const leg = centre.side.invite(AGENT.number, CUSTOMER)

  expect(await leg.answered).toBe(false)
  expect(await leg.ended).toEqual({ by: 'phone', code: 486, reason: 'Busy Here' })
})

test('a number that is not registered cannot be called', async () => {
  const { side } = await openCentre()

  const leg = side.invite(AGENT.number, CUSTOMER)

  expect(await leg.answered).toBe(false)
  expect(await leg.ended).toEqual({ by: 'failure', why: 'no registration' })
})

test('a customer who gives up stops the ringing', async () => {
  const centre = await openCentre()
  const ended: Promise<unknown>[] = []
  await openPhone(centre, (leg) => {
    leg.ring()
    ended.push(leg.ended)
  })
  const leg = centre.side.invite(AGENT.number, CUSTOMER)
  await eventually(() => expect(leg.times.ringing).toBeGreaterThan(0))

  leg.hangUp()

  expect(await leg.ended).toEqual({ by: 'centre' })
  expect(await ended[0]).toEqual({ by: 'phone' })
})

test('giving up and answering at the same moment leaves no call behind', async () => {
  const centre = await openCentre()
  const calls: PhoneLeg[] = []
  const phone = await openPhone(centre, (call) => {
    calls.push(call)
    void call.accept().then(() => leg.hangUp())
  })

  const leg = centre.side.invite(AGENT.number, CUSTOMER)

  expect(await leg.ended).toEqual({ by: 'centre' })
  await eventually(() => expect(phone.received.some((text) => text.startsWith('BYE'))).toBe(true))
  expect(await calls[0]?.ended).toEqual({ by: 'phone' })
})

test('the centre hangs up', async () => {
  const { leg, call } = await talk(await openCentre())

  leg.hangUp()

  expect(await leg.ended).toEqual({ by: 'centre' })
  expect(await call.ended).toEqual({ by: 'phone' })
})

test('the phone hangs up', async () => {
  const { leg, call } = await talk(await openCentre())

  call.hangUp()

  expect(await leg.ended).toEqual({ by: 'phone' })
  expect(leg.times.ended).toBeGreaterThan(leg.times.ok ?? Number.POSITIVE_INFINITY)
})

test('a phone that dials is challenged, rung, answered and heard', async () => {
  const centre = await openCentre()
  const dialled: [PhoneLeg, string][] = []
  centre.side.onDial = (leg, called) => {
    dialled.push([leg, called])
    leg.ring()
    leg.voice.say(tone(440))
    void leg.accept()
  }
  const phone = await openPhone(centre, () => undefined)

  const call = phone.dial('10086')
  call.voice.say(tone(880))

  expect(await call.answered).toBe(true)
  const [[leg, called] = []] = dialled
  expect([leg?.number, called]).toEqual([AGENT.number, '10086'])
  expect(await leg?.answered).toBe(true)
  await hears(leg, 880)
  await hears(call, 440)
  expect(call.times.ringing).toBeGreaterThan(0)
  expect(phone.received.some((text) => text.startsWith('SIP/2.0 407'))).toBe(true)
})

test('a dialled number is refused with 404 until somebody says otherwise', async () => {
  const centre = await openCentre()
  const phone = await openPhone(centre, () => undefined)

  expect(await phone.dial('10086').ended).toEqual({ by: 'phone', code: 404, reason: 'Not Found' })
})

test('nobody dials with a wrong password', async () => {
  const { side, open } = await openCentre()
  const dialled = vi.fn()
  side.onDial = dialled
  const phone = await open({ account: { ...AGENT, password: 'guess' } })

  expect(await phone.dial('10086').ended).toMatchObject({ by: 'phone', code: 403 })
  expect(dialled).not.toHaveBeenCalled()
})

test('a phone that dialled may give up or be hung up on', async () => {
  const centre = await openCentre()
  const legs: PhoneLeg[] = []
  centre.side.onDial = (leg) => {
    legs.push(leg)
    leg.ring()
  }
  const phone = await openPhone(centre, () => undefined)

  const given = phone.dial('1')
  await eventually(() => expect(given.times.ringing).toBeGreaterThan(0))
  given.hangUp()
  const turnedAway = phone.dial('2')
  await eventually(() => expect(turnedAway.times.ringing).toBeGreaterThan(0))
  legs[1]?.hangUp()

  expect(await legs[0]?.ended).toEqual({ by: 'phone' })
  expect(await turnedAway.ended).toMatchObject({ by: 'phone', code: 480 })
})

test('a phone on hold is not spoken to, and is again when it retrieves', async () => {
  const { leg, call, phone } = await talk(await openCentre())
  await hears(call, 440)

  const held = await phone.offerAgain(leg, (sdp) => sdp.replace('a=sendrecv', 'a=sendonly'))
  await hears(call, null)
  const answer = phone.received.findLast((text) => text.includes('a=setup:'))
  const retrieved = await phone.offerAgain(leg, (sdp) => sdp.replace('a=sendonly', 'a=sendrecv'))
  await hears(call, 440)

  expect([held, retrieved]).toEqual([200, 200])
  expect(answer).toContain('a=recvonly')
})

test('a later offer that cannot be understood is refused, and the call goes on', async () => {
  const centre = await openCentre()
  const { leg, call, phone } = await talk(centre)

  const code = await phone.offerAgain(leg, (sdp) => sdp.replace(' 8 0 101', ' 101'))

  expect(code).toBe(488)
  await hears(call, 440)
})
