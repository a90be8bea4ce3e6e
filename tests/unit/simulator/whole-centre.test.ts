import { expect, onTestFinished, test } from 'vitest'
import type { Centre } from '#simulator/centre.ts'
import { openPhone } from '#simulator/sip/phone/open-phone.ts'
import type { PhoneLeg } from '#simulator/sip/sip-side.ts'
import { startCentre } from '#simulator/start-centre.ts'
import { tone } from '#simulator/voice/tone.ts'
import { signedIn } from './support/stage.ts'

const agentHz = 700
const customerHz = 440
/** The ear places a sound by the frames it is made of, up to two of them early; a loaded machine delivers in bursts. */
const earMs = 100

/** The whole of it, with a real softphone whose microphone is never closed. */
async function stageAll(): Promise<{ centre: Centre; legs: PhoneLeg[] }> {
  const centre = await startCentre()
  onTestFinished(() => centre.stop())
  const account = { number: '67470001', password: centre.agent('6001').softphonePassword }
  const phone = await openPhone({ url: centre.sip.url, account })
  onTestFinished(() => phone.close())
  const legs: PhoneLeg[] = []
  phone.onCall = (leg) => {
    legs.push(leg)
    leg.voice.say(tone(agentHz))
    void leg.accept()
  }
  await phone.register()
  await centre.agent('6001').becomesRegistered()
  return { centre, legs }
}

test('who talks through the gateway is heard from Talking to the end, and not before or after', async () => {
  const { centre, legs } = await stageAll()
  const client = await signedIn(centre, 'websocket')
  const call = centre.customer({ number: '13800000001', tone: customerHz }).callQueue('Support')
  await centre.journal.waitFor(({ name }) => name === 'AgentEvent_Ringing')

  // The phone sends already, and the platform lets none of it through.
  await call.leg?.voice.hearing.waitFor(agentHz)
  await client.ask('PUT', '/voicecall/6001/answer')
  const talking = await centre.journal.waitFor(({ name }) => name === 'AgentEvent_Talking')
  await Promise.all([call.hears.waitFor(agentHz), legs[0]?.voice.hearing.waitFor(customerHz)])
  call.hangUp()
  const ended = await centre.journal.waitFor(({ name }) => name === 'AgentState_Ready', { from: talking.index })
  await call.hears.waitFor(null, { forMs: 300 })

  expect(call.hears.heardBetween(agentHz, 0, talking.at - earMs)).toBe(false)
  expect(legs[0]?.voice.hearing.heardBetween(customerHz, 0, talking.at - earMs)).toBe(false)
  expect(call.hears.heardBetween(agentHz, ended.at + 150, ended.at + 300)).toBe(false)
  expect((await call.leg?.ended)?.by).toBe('centre')
})

test('muted by the gateway, the agent is not heard though the phone goes on', async () => {
  const { centre } = await stageAll()
  const client = await signedIn(centre, 'websocket', '6001', { autoanswer: true })
  const call = centre.customer({ number: '13800000001' }).callQueue('Support')
  await call.hears.waitFor(agentHz)

  await client.ask('POST', '/voicecall/6001/beginmute')
  await call.hears.waitFor(null)
  await client.ask('POST', '/voicecall/6001/endmute')

  await call.hears.waitFor(agentHz)
})

test('a plain SIP call is heard both ways as soon as the phone takes it', async () => {
  const { centre, legs } = await stageAll()

  const call = centre.customer({ number: '13800000001', tone: customerHz }).callPhone('67470001')
  expect(await call.talking).toBe(true)

  await Promise.all([call.hears.waitFor(agentHz), legs[0]?.voice.hearing.waitFor(customerHz)])
})

test('the journal has both planes of a call, and no proof of a password', async () => {
  const { centre } = await stageAll()
  await signedIn(centre, 'websocket', '6001', { autoanswer: true })
  await centre.customer({ number: '13800000001' }).callQueue('Support').talking

  const of6001 = centre.journal.entries.filter(({ agent }) => agent === '6001').map(({ name }) => name)
  const order = ['401 REGISTER', '200 REGISTER', 'login', 'AgentOther_PhoneAlerting', 'INVITE', '200 INVITE', 'ACK']
  expect([...new Set(of6001.filter((name) => order.includes(name)))]).toEqual(order)
  expect(JSON.stringify(centre.journal.entries)).not.toMatch(/Digest (?!realm)/)
})
