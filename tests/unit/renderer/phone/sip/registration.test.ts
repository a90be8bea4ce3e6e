import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { account, registeredLine, settle, startLine } from './fake-line.ts'
import { answer, challenge } from './fake-server.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('registers with the stored instance id, and says so', async () => {
  const { server, facts, secrets } = await registeredLine()

  const contact = server.sent('REGISTER')[0]?.header('Contact')
  expect(contact).toContain(';reg-id=1;+sip.instance="<urn:uuid:6b0f5c70-5a1e-4222-8333-1234567890ab>";expires=300')
  expect(facts).toEqual([
    { type: 'registration', registration: { status: 'connecting', server: account.servers[0] } },
    {
      type: 'registration',
      registration: { status: 'registered', server: account.servers[0], since: expect.any(Number) },
    },
  ])
  expect(secrets.asked).toBe(0)
})

test('uses the same contact every time, so that no ghost is left', async () => {
  const contacts = [await registeredLine(), await registeredLine()].map(({ server }) =>
    server.sent('REGISTER')[0]?.header('Contact'),
  )

  expect(contacts[0]).toBe(contacts[1])
})

test('asks for the secret at the challenge, and only then', async () => {
  const { line, server, statuses, secrets } = startLine()
  server.onRegister = (sent) =>
    sent.header('Authorization') === ''
      ? answer(sent, '401 Unauthorized', challenge)
      : answer(sent, '200 OK', server.granted(sent))

  line.serve(account)
  await settle()

  expect(statuses()).toEqual(['connecting', 'registered'])
  expect(secrets.asked).toBe(1)
})

test('says a wrong password, and does not go on to knock with it', async () => {
  const { line, server, facts } = startLine()
  server.onRegister = (sent) => answer(sent, '401 Unauthorized', challenge)

  line.serve(account)
  await settle()
  await vi.advanceTimersByTimeAsync(119_000)

  expect(facts.at(-1)).toEqual({
    type: 'registration',
    registration: { status: 'failed', server: account.servers[0], reason: 'wrong-password', code: 401 },
  })
  expect(server.sockets).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(server.sockets).toHaveLength(2)
})

test('says the same when there is no secret', async () => {
  const { line, server, secrets, facts } = startLine()
  secrets.value = null
  server.onRegister = (sent) => answer(sent, '401 Unauthorized', challenge)

  line.serve(account)
  await settle()

  expect(server.sent('REGISTER')).toHaveLength(1)
  expect(facts.at(-1)).toMatchObject({ registration: { reason: 'wrong-password' } })
})

test('registers again well before what was granted is over', async () => {
  const { server } = await registeredLine()

  await vi.advanceTimersByTimeAsync(300_000 * 0.75)

  const registers = server.sent('REGISTER')
  expect(registers).toHaveLength(2)
  expect(registers[1]?.header('Call-ID')).toBe(registers[0]?.header('Call-ID'))
  expect(Number.parseInt(registers[1]?.header('CSeq') ?? '', 10)).toBeGreaterThan(1)
})

test('asks for as long as the registrar wants it to', async () => {
  const { line, server, statuses } = startLine()
  server.onRegister = (sent) =>
    sent.header('Contact').includes('expires=300')
      ? answer(sent, '423 Interval Too Brief', ['Min-Expires: 600'])
      : answer(sent, '200 OK', server.granted(sent, 600))

  line.serve(account)
  await settle()

  expect(statuses()).toEqual(['connecting', 'registered'])
})

test('takes the back-up server at once when the first cannot be reached', async () => {
  const { line, server, facts } = startLine()
  server.down.add(account.servers[0] ?? '')

  line.serve(account)
  await settle()

  expect(facts).toMatchObject([
    { registration: { status: 'connecting' } },
    { registration: { status: 'failed', reason: 'unreachable' } },
    { registration: { status: 'registered', server: account.servers[1] } },
  ])
})

test('goes on to the next when one does not answer', async () => {
  const { line, server, facts } = startLine()
  server.onRegister = (sent) =>
    server.socket.url === account.servers[0] ? null : answer(sent, '200 OK', server.granted(sent))

  line.serve(account)
  await vi.advanceTimersByTimeAsync(5_000)
  await settle()

  expect(facts).toMatchObject([
    { registration: { status: 'connecting' } },
    { registration: { status: 'failed', reason: 'no-answer' } },
    { registration: { status: 'registered', server: account.servers[1] } },
  ])
})

test('leaves a server alone for as long as it asks, and uses the other meanwhile', async () => {
  const { line, server } = startLine()
  server.onRegister = (sent) => answer(sent, '503 Service Unavailable', ['Retry-After: 60'])

  line.serve(account)
  await vi.advanceTimersByTimeAsync(59_000)
  expect(server.sockets.map(({ url }) => url)).toEqual(account.servers)
  await vi.advanceTimersByTimeAsync(2_000)

  expect(server.sockets.length).toBeGreaterThan(2)
})

test('never gives up', async () => {
  const { line, server, statuses } = startLine()
  for (const url of account.servers) server.down.add(url)
  line.serve(account)
  await vi.advanceTimersByTimeAsync(3_600_000)

  server.down.clear()
  await vi.advanceTimersByTimeAsync(15_000)

  expect(statuses().at(-1)).toBe('registered')
})

test('is back at once when the socket is lost', async () => {
  const { server, statuses } = await registeredLine()

  server.socket.drop()
  await settle()

  expect(statuses()).toEqual(['connecting', 'registered', 'connecting', 'registered'])
})

test('notices within five seconds that nobody answers any more', async () => {
  const { server, statuses } = await registeredLine()
  await vi.advanceTimersByTimeAsync(10_000)

  server.pongs = false
  await vi.advanceTimersByTimeAsync(5_000)

  expect(statuses()).toEqual(['connecting', 'registered', 'connecting', 'registered'])
})

test('lives with a server that answers no ping but OPTIONS', async () => {
  const { line, server, statuses } = startLine()
  server.pongs = false
  const register = server.onRegister
  line.serve(account)
  await settle()
  for (let second = 0; second < 120; second++) {
    await vi.advanceTimersByTimeAsync(1_000)
    const unanswered = server.socket.sent.splice(0).filter(({ what }) => what === 'OPTIONS')
    for (const sent of unanswered) server.socket.say(answer(sent, '200 OK'))
  }

  expect(register).toBe(server.onRegister)
  expect(statuses()).toEqual(['connecting', 'registered'])
  expect(server.sockets).toHaveLength(1)
})

test('hurries when the network is back', async () => {
  const { line, server, statuses } = startLine()
  for (const url of account.servers) server.down.add(url)
  line.serve(account)
  await vi.advanceTimersByTimeAsync(60_000)
  server.down.clear()

  line.hurry()
  await settle()

  expect(statuses().at(-1)).toBe('registered')
})

test('unregisters, and says that it is off', async () => {
  const { line, server, statuses } = await registeredLine()

  line.serve(null)
  await settle()

  expect(server.sent('REGISTER').at(-1)?.header('Contact')).toContain('expires=0')
  expect(statuses().at(-1)).toBe('off')
  await vi.advanceTimersByTimeAsync(600_000)
  expect(server.sockets).toHaveLength(1)
})

test('says that it is off although the server does not answer', async () => {
  const { line, server, statuses } = await registeredLine()
  server.onRegister = () => null

  line.close()
  await vi.advanceTimersByTimeAsync(1_500)
  await settle()

  expect(statuses().at(-1)).toBe('off')
})

test('changes the account one after the other', async () => {
  const { line, server, statuses } = await registeredLine()

  line.serve({ ...account, number: '67470003' })
  line.serve({ ...account, number: '67470003' })
  await settle()

  expect(statuses()).toEqual(['connecting', 'registered', 'connecting', 'registered'])
  expect(server.sent('REGISTER').at(-1)?.header('From')).toContain('67470003')
})

test('says that a profile’s number or domain cannot be an address', async () => {
  const { line, facts, logs } = startLine()

  line.serve({ ...account, domain: '[not a host' })
  await settle()

  expect(facts).toMatchObject([{ registration: { status: 'failed', reason: 'refused' } }])
  expect(logs).toHaveLength(1)
})
