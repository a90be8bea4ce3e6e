import { afterEach, expect, test, vi } from 'vitest'
import { signedIn, stageCentre } from '../support/stage.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

test('the agent who has been idle longest is asked first', async () => {
  const { centre } = await stageCentre()
  const first = await signedIn(centre, 'websocket', '6001')
  await signedIn(centre, 'websocket', '6002')
  await first.ask('POST', '/onlineagent/6001/saybusy')
  await first.ask('POST', '/onlineagent/6001/sayfree')

  const call = centre.customer({ number: '13800000001' }).callQueue('Support')
  await centre.journal.until(() => call.state === 'ringing', 'ringing')

  expect(centre.agent('6002').call?.id).toBe(call.id)
})

test('only agents signed in to the queue are asked', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  await client.ask('POST', '/onlineagent/6001/resetskill/false?skillid=2')

  const support = centre.customer({ number: '13800000001' }).callQueue('Support')
  const sales = centre.customer({ number: '13800000002' }).callQueue('销售')
  await centre.journal.until(() => sales.state === 'ringing', 'ringing')

  expect(support.state).toBe('queued')
})

test('a customer waits in the IVR, then in the queue, until patience ends', async () => {
  const { centre } = await stageCentre({ timeouts: { ivrMs: 5 } })

  const call = centre.customer({ number: '13800000001' }).callQueue('Support', { patienceMs: 20 })
  const states = [call.state]
  await centre.journal.until(() => call.state === 'queued', 'queued')

  expect(states).toEqual(['ivr'])
  expect(await call.ended).toBe('customer-gave-up')
  expect(await call.talking).toBe(false)
})

test('who talks to somebody has all the patience there is', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket', '6001', { autoanswer: true })
  const customer = centre.customer({ number: '13800000001' })

  const patient = customer.callQueue('Support', { patienceMs: 30 })
  await patient.talking
  const impatient = customer.callQueue('Support', { patienceMs: 60 })

  expect(await impatient.ended).toBe('customer-gave-up')
  expect(patient.state).toBe('talking')
  await client.close()
})

test('a call that was sent back is served before those who came later', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  const first = centre.customer({ number: '13800000001' }).callQueue('Support')
  await centre.journal.until(() => first.state === 'ringing', 'ringing')
  const second = centre.customer({ number: '13800000002' }).callQueue('Support')
  await centre.journal.until(() => second.state === 'queued', 'queued')

  await client.ask('POST', '/voicecall/6001/reject', { mode: 1 })
  await client.ask('POST', '/onlineagent/6001/sayfree')

  expect(centre.agent('6001').call?.id).toBe(first.id)
})

test('of two who came in the same millisecond the first one opened is served first, also when sent back', async () => {
  vi.spyOn(Date, 'now').mockReturnValue(Date.now())
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  const first = centre.customer({ number: '13800000001' }).callQueue('Support')
  await centre.journal.until(() => first.state === 'ringing', 'ringing')
  const second = centre.customer({ number: '13800000002' }).callQueue('Support')
  await centre.journal.until(() => second.state === 'queued', 'queued')

  await client.ask('POST', '/voicecall/6001/reject', { mode: 1 })
  await client.ask('POST', '/onlineagent/6001/sayfree')

  expect(centre.agent('6001').call?.id).toBe(first.id)
})

test('a customer calls a softphone past the gateway', async () => {
  const { centre, sip } = await stageCentre()

  const call = centre.customer({ number: '13800000001', tone: 440 }).callPhone('67470002')
  expect(await call.talking).toBe(true)
  expect(sip.legs[0]?.hears()?.()).toHaveLength(160)
  sip.legs[0]?.phoneHangsUp()

  expect(await call.ended).toBe('agent-hung-up')
})

test('a softphone that refuses a plain call', async () => {
  const { centre, sip } = await stageCentre()
  sip.habit = 'refuses'

  const call = centre.customer({ number: '13800000001' }).callPhone('67470002')

  expect(await call.talking).toBe(false)
  expect(await call.ended).toBe('phone-refused')
})

test('a softphone dials a customer, who answers, is busy, is out, or is nobody', async () => {
  const { centre, sip } = await stageCentre()
  const answers = centre.customer({ number: '1', ringMs: 5 })
  centre.customer({ number: '2', whenCalled: 'busy' })
  centre.customer({ number: '3', whenCalled: 'no-answer', ringMs: 5 })

  const legs = ['1', '2', '3', '4'].map((called) => sip.dial('67470001', called))
  await answers.calls[0]?.talking
  await legs[2]?.ended

  expect(legs.map(({ done }) => done)).toEqual([
    ['ring', 'accept'],
    ['refuse 486'],
    ['ring', 'refuse 480'],
    ['refuse 404'],
  ])
})

test('a customer who hangs up ends a plain call', async () => {
  const { centre, sip } = await stageCentre()
  const call = centre.customer({ number: '13800000001' }).callPhone('67470002')
  await call.talking

  call.hangUp()

  expect(await call.ended).toBe('customer-hung-up')
  expect(sip.legs[0]?.done).toEqual(['hang-up'])
  expect(sip.legs[0]?.hears()).toBeNull()
})
