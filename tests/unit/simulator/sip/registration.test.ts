import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { connect } from '#simulator/sip/phone/connect.ts'
import { AGENT, COLLEAGUE, eventually, openCentre } from './open-centre.ts'

test('a softphone with the right password is registered', async () => {
  const { side, open } = await openCentre()
  const phone = await open()

  const code = await phone.register()

  expect(code).toBe(200)
  expect(side.isRegistered(AGENT.number)).toBe(true)
  expect(phone.received[0]).toContain('SIP/2.0 401')
})

test.each([
  ['a wrong password', { ...AGENT, password: 'guess' }],
  ['an unknown number', { number: '999', password: 'secret2' }],
  ['the password of a colleague', { ...AGENT, password: COLLEAGUE.password }],
])('%s is challenged, then forbidden', async (_, account) => {
  const { side, open } = await openCentre()
  const phone = await open({ account })

  const code = await phone.register()

  expect(code).toBe(403)
  expect(side.isRegistered(account.number)).toBe(false)
})

test('un-registering takes the number away', async () => {
  const { side, open, changes } = await openCentre()
  const phone = await open()
  await phone.register()

  await phone.register(0)

  expect(side.isRegistered(AGENT.number)).toBe(false)
  expect(changes).toEqual(['+67470002', '-67470002'])
})

test('a lost socket takes the number away', async () => {
  const { side, open, changes } = await openCentre()
  await (await open()).register()

  side.faults.closeSockets('destroy')

  await eventually(() => expect(changes).toEqual(['+67470002', '-67470002']))
})

test('the same instance replaces its binding, so that a dead socket is not rung', async () => {
  const { side, open, changes } = await openCentre()
  const dead = await open({ instance: 'same' })
  await dead.register()
  const alive = await open({ instance: 'same' })
  await alive.register()

  const leg = side.invite(AGENT.number, { number: '1' })
  await eventually(() => expect(alive.received.some((text) => text.startsWith('INVITE'))).toBe(true))
  leg.hangUp()
  await dead.close()

  expect(dead.received.some((text) => text.startsWith('INVITE'))).toBe(false)
  expect(side.isRegistered(AGENT.number)).toBe(true)
  expect(changes).toEqual(['+67470002'])
})

test('a time too short is refused with the shortest that is not', async () => {
  const { side, open } = await openCentre({ expiry: { min: 60, max: 3600 } })
  const phone = await open()

  const code = await phone.register(59)

  expect(code).toBe(423)
  expect(phone.received.at(-1)).toContain('Min-Expires: 60')
  expect(side.isRegistered(AGENT.number)).toBe(false)
})

test('a registration that is not renewed expires', async () => {
  const { open, changes } = await openCentre({ expiry: { min: 1, max: 1 } })
  await (await open()).register()

  await eventually(() => expect(changes).toEqual(['+67470002', '-67470002']))
})

test('a keep-alive is answered (RFC 5626 section 4.4.1)', async () => {
  const { open } = await openCentre()
  const phone = await open()

  await phone.write('\r\n\r\n')

  await eventually(() => expect(phone.received).toEqual(['\r\n']))
})

test('OPTIONS is answered', async () => {
  const { open } = await openCentre()
  const phone = await open()

  await phone.write(
    'OPTIONS sip:localhost SIP/2.0\r\nVia: SIP/2.0/WSS a.invalid;branch=z9hG4bK1\r\nTo: <sip:localhost>\r\n' +
      'From: <sip:1@localhost>;tag=1\r\nCall-ID: 1\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n',
  )

  await eventually(() => expect(phone.received[0]).toMatch(/^SIP\/2\.0 200/))
})

test('Contact: * un-registers whatever there is (RFC 3261 section 10.2.2)', async () => {
  const { side, open } = await openCentre()
  const phone = await open()
  await phone.register()

  await phone.unregisterAll()

  expect(side.isRegistered(AGENT.number)).toBe(false)
})

test('a socket without the sip sub-protocol is refused (RFC 7118 section 4)', async () => {
  const { side } = await openCentre()
  const socket = new WebSocket(side.url, 'chat', { rejectUnauthorized: false })

  const error = await new Promise<Error>((resolve) => socket.once('error', resolve))

  expect(error.message).toContain('401')
})

test('every registration is refused while that is wanted, and no longer', async () => {
  const { side, open } = await openCentre()
  const phone = await open()

  side.faults.refuseRegister = 503
  const refused = await phone.register()
  side.faults.refuseRegister = null
  const accepted = await phone.register()

  expect([refused, accepted]).toEqual([503, 200])
})

test('a deaf side hears nothing, and the socket stays open', async () => {
  const { side } = await openCentre()
  const socket = await connect(side.url)
  const received: string[] = []
  socket.on('message', (bytes) => received.push(bytes.toString()))
  const roundTrip = async () => {
    socket.ping()
    await new Promise((resolve) => socket.once('pong', resolve))
  }

  side.faults.deaf = true
  socket.send('\r\n\r\n')
  await roundTrip()
  const whileDeaf = received.length
  side.faults.deaf = false
  socket.send('\r\n\r\n')
  await roundTrip()

  expect([whileDeaf, received.length]).toEqual([0, 1])
})

test('messages can be made to take their time, in order', async () => {
  const { side, open } = await openCentre()
  const phone = await open()
  side.faults.delayMs = 100
  const began = performance.now()

  await phone.register()

  expect(performance.now() - began).toBeGreaterThanOrEqual(200)
})

test('hostile text goes out as it is', async () => {
  const { side, open } = await openCentre()
  const phone = await open()
  await phone.register()
  const text = `INVITE sip:x SIP/2.0\r\nFrom: "<script>" <sip:${'9'.repeat(70_000)}@x>;tag=`

  side.faults.sendRaw(AGENT.number, text)

  await eventually(() => expect(phone.received).toContain(text))
})

test('whatever comes, the side goes on', async () => {
  const { open, reports } = await openCentre()
  const phone = await open()

  await phone.write('INVITE')
  await phone.write('BYE sip:x SIP/2.0\r\n\r\n')
  await phone.write('\u0000\r\n: \r\n\r\n')

  expect(await phone.register()).toBe(200)
  expect(reports).toEqual([expect.stringContaining('A message was not understood')])
})
