import { expect, test } from 'vitest'
import type { Phone } from '#simulator/sip/phone/open-phone.ts'
import type { PhoneLeg, Refer } from '#simulator/sip/sip-side.ts'
import { tone } from '#simulator/voice/tone.ts'
import { AGENT, type Centre, CUSTOMER, eventually, hears, openCentre } from './open-centre.ts'

async function openPhone({ open }: Centre): Promise<{ phone: Phone; calls: PhoneLeg[] }> {
  const calls: PhoneLeg[] = []
  const phone = await open()
  phone.onCall = (leg) => {
    calls.push(leg)
    leg.voice.say(tone(880))
    void leg.accept()
  }
  await phone.register()
  return { phone, calls }
}

async function talk(centre: Centre, headers: readonly string[] = []) {
  const { phone, calls } = await openPhone(centre)
  const leg = centre.side.invite(AGENT.number, { ...CUSTOMER, headers })
  leg.voice.say(tone(440))
  await leg.answered
  const [call] = calls
  if (!call) throw new Error('No call came')
  await hears(call, 440)
  return { leg, call, phone, calls }
}

const notified = (phone: Phone) =>
  phone.received
    .filter((text) => text.startsWith('NOTIFY'))
    .map((text) => /SIP\/2\.0 (\d{3})/.exec(text.slice(20))?.[1])

test('a phone that holds is noticed, and not spoken to unless with music', async () => {
  const { leg, call } = await talk(await openCentre())
  const holds: boolean[] = []
  leg.inside.onHold = (held) => holds.push(held)

  await call.inside.hold('sendonly')
  await hears(call, null)
  expect(leg.inside.held).toBe(true)
  await call.inside.hold(null)
  await hears(call, 440)

  expect(holds).toEqual([true, false])
})

test.each(['sendonly', 'inactive', 'zero-address'] as const)(
  'the centre holds a phone with %s, and takes it back',
  async (how) => {
    const { leg, call } = await talk(await openCentre())
    await hears(leg, 880)

    expect(await leg.inside.hold(how)).toBe(200)
    await eventually(() => expect(call.inside.held).toBe(how !== 'zero-address'))
    expect(await leg.inside.hold(null)).toBe(200)

    await hears(leg, 880)
    expect(call.inside.held).toBe(false)
  },
)

test('offers that meet are both told to come again, and both get through', async () => {
  const centre = await openCentre()
  const { leg, call, phone } = await talk(centre)
  centre.side.faults.glare = 1

  const code = await call.inside.hold('sendonly')

  expect(code).toBe(200)
  expect(phone.received.filter((text) => text.startsWith('SIP/2.0 491'))).toHaveLength(1)
  await eventually(() => expect(leg.inside.held).toBe(true))
})

test('a phone is asked for an offer, and its answer goes with the ACK', async () => {
  const centre = await openCentre()
  const { leg, phone } = await talk(centre)

  const code = await leg.inside.askForOffer()

  // The simulator's own phone makes no such offer; Earshot does.
  expect(code).toBe(488)
  expect(phone.received.some((text) => text.startsWith('INVITE') && text.includes('Content-Length: 0'))).toBe(true)
})

test('UPDATE refreshes, and holds', async () => {
  const { leg, call } = await talk(await openCentre())

  expect(await call.inside.update()).toBe(200)
  expect(leg.inside.refreshes).toBe(1)
  expect(await call.inside.update('sendonly')).toBe(200)

  expect(leg.inside.held).toBe(true)
})

test('a REFER is refused until somebody takes it', async () => {
  const { call, phone } = await talk(await openCentre())

  expect(await phone.refer(call, '10086')).toBe(603)
})

test('a REFER that is taken tells what becomes of it', async () => {
  const { leg, call, phone } = await talk(await openCentre())
  const refers: Refer[] = []
  leg.inside.onRefer = (refer) => {
    refers.push(refer)
    refer.accept()
    refer.notify(180, 'Ringing')
    refer.notify(200, 'OK')
  }

  expect(await phone.refer(call, '10086')).toBe(202)

  await eventually(() => expect(notified(phone)).toEqual(['100', '180', '200']))
  expect(refers[0]?.to).toBe('10086')
  expect(phone.received.findLast((text) => text.startsWith('NOTIFY'))).toMatch(/^Subscription-State: terminated/m)
})

test('a REFER with Replaces names the leg to be joined', async () => {
  const centre = await openCentre()
  const { leg, call, phone } = await talk(centre)
  const dialled: PhoneLeg[] = []
  centre.side.onDial = (other) => {
    dialled.push(other)
    void other.accept()
  }
  const consult = phone.dial('10086')
  await consult.answered
  const refers: Refer[] = []
  leg.inside.onRefer = (refer) => {
    refers.push(refer)
    refer.accept()
  }

  expect(await phone.refer(call, consult)).toBe(202)

  expect(refers[0]?.replaces).toBe(dialled[0])
})

test('what is dialled is answered twice on demand, and the second is told that it is over', async () => {
  const centre = await openCentre()
  const { phone } = await openPhone(centre)
  centre.side.faults.forkAnswers = true
  const dialled: PhoneLeg[] = []
  centre.side.onDial = (leg) => {
    dialled.push(leg)
    void leg.accept()
  }

  await phone.dial('10086').answered

  await eventually(() => expect(phone.received.filter((text) => text.startsWith('SIP/2.0 200'))).toHaveLength(3))
  expect(
    new Set(
      phone.received
        .filter((text) => text.startsWith('SIP/2.0 200') && text.includes(' INVITE'))
        .map((text) => /^To:.*tag=(\S+)/m.exec(text)?.[1]),
    ).size,
  ).toBe(2)
  expect(dialled[0]?.inside.fork).toMatchObject({ ended: false })
})

test('what is dialled rings at another first on demand, which has media of its own and is cancelled', async () => {
  const centre = await openCentre()
  const { phone } = await openPhone(centre)
  centre.side.faults.forkRings = 'reliably'
  const dialled: PhoneLeg[] = []
  centre.side.onDial = (leg) => {
    dialled.push(leg)
    leg.ring()
  }
  const call = phone.dial('10086')
  await eventually(() => expect(dialled[0]?.inside.fork).toMatchObject({ pracked: true, ended: false }))

  await dialled[0]?.accept()
  await call.answered

  const described = phone.received.filter((text) => /^SIP\/2\.0 (183|200)/.test(text) && text.includes('a=ice-ufrag'))
  const of = (pattern: RegExp) => new Set(described.map((text) => pattern.exec(text)?.[1]))
  expect(described.map((text) => text.slice(8, 11))).toEqual(['183', '200'])
  expect([of(/^To:.*tag=(\S+)/m).size, of(/^a=ice-ufrag:(\S+)/m).size]).toEqual([2, 2])
  expect(dialled[0]?.inside.fork).toMatchObject({ acknowledged: false, ended: true })
})

test('who is forgotten is told so', async () => {
  const { leg, phone, call } = await talk(await openCentre())

  leg.inside.forget()

  expect(await call.inside.hold('sendonly')).toBe(481)
  expect(await leg.ended).toEqual({ by: 'failure', why: 'forgotten' })
  expect(phone.received.some((text) => text.startsWith('BYE'))).toBe(false)
})

test('SHA-256 may be asked for instead of MD5', async () => {
  const centre = await openCentre()
  centre.side.faults.challenge = 'SHA-256'
  const phone = await centre.open()

  // SIP.js answers none but MD5: the simulator's own phone stays outside.
  expect(await phone.register()).toBe(401)
  expect(phone.received.at(-1)).toContain('algorithm=SHA-256')
})
