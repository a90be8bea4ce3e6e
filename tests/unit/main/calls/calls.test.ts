import { beforeEach, expect, test, vi } from 'vitest'
import type { CommandResult, LineCommand } from '#contract'
import { type CallLine, createCalls } from '#main/calls/calls.ts'
import { fakeCallGateway } from '#support/call-gateway.ts'
import { facts, legs } from '#support/calls.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

function start(options: { gateway?: boolean; answers?: CommandResult } = {}) {
  const seen = { asked: [] as string[], commands: [] as LineCommand[], line: [] as CallLine[], log: [] as string[] }
  const say = (what: string) => {
    seen.asked.push(what)
    return Promise.resolve(options.answers ?? { ok: true as const })
  }
  const calls = createCalls({
    gateway: fakeCallGateway(say),
    command: (command) => seen.commands.push(command),
    onLine: (line) => seen.line.push(line),
    onChange: () => undefined,
    now: () => Date.now(),
    log: { info: (text, details) => seen.log.push(`${text} ${JSON.stringify(details)}`) },
  })
  calls.apply({ type: 'signed-in', gateway: options.gateway ?? true })
  return { calls, ...seen }
}

function ring({ calls }: ReturnType<typeof start>): string {
  for (const fact of [facts.alerting, facts.ringing]) calls.gatewayEvent({ ...fact, at: Date.now() })
  return calls.current().list[0]?.id ?? ''
}

test('an announced leg is answered by the softphone itself, once', () => {
  const { calls, commands } = start()
  calls.gatewayEvent({ ...facts.alerting, at: Date.now() })
  calls.lineFact(legs.invited)
  calls.gatewayEvent({ ...facts.alerting, at: Date.now() })

  expect(commands).toEqual([{ verb: 'answer', dialogId: legs.invited.dialogId }])
})

test('an unannounced INVITE rings after two seconds by the clock', () => {
  const { calls, line } = start()
  calls.lineFact(legs.invited)
  expect(line.at(-1)?.ring).toBe('none')

  vi.advanceTimersByTime(2_000)

  expect(line.at(-1)?.ring).toBe('call')
})

test('the human answer is the gateway answer', async () => {
  const started = start()
  const callId = ring(started)

  await started.calls.requests['calls.answer']({ callId })

  expect(started.asked).toEqual([`answer ${facts.ringing.callId}`])
  expect(started.commands).toEqual([])
  expect(started.line.at(-1)?.ring).toBe('none')
})

test('a second press of the same key asks the platform once', async () => {
  const started = start()
  const callId = ring(started)

  const [, second] = await Promise.all([
    started.calls.requests['calls.answer']({ callId }),
    started.calls.requests['calls.answer']({ callId }),
  ])

  expect(second).toEqual({ ok: false, reason: 'not-possible-now' })
  expect(started.asked).toHaveLength(1)
})

test('a refused answer rings on and says why', async () => {
  const started = start({ answers: { ok: false, reason: 'refused', retcode: '200-002' } })
  const callId = ring(started)

  await started.calls.requests['calls.answer']({ callId })

  expect(started.calls.current().list[0]).toMatchObject({
    phase: { name: 'ringing' },
    failure: { verb: 'answer', reason: 'refused', retcode: '200-002' },
  })
  expect(started.line.at(-1)?.ring).toBe('call')
})

test('an answer accepted whose event never comes is told to the agent', async () => {
  const started = start()
  const callId = ring(started)
  await started.calls.requests['calls.answer']({ callId })

  vi.advanceTimersByTime(5_000)

  expect(started.calls.current().list[0]).toMatchObject({ failure: { verb: 'answer', reason: 'no-answer' } })
})

test('both ways of declining reach the platform', async () => {
  const started = start()
  await started.calls.requests['calls.decline']({ callId: ring(started), mode: 'requeue' })

  expect(started.asked).toEqual([`decline ${facts.ringing.callId} requeue`])
})

test('without a gateway the verbs are SIP’s', async () => {
  const { calls, commands, line } = start({ gateway: false })
  calls.lineFact(legs.invited)
  const callId = calls.current().list[0]?.id ?? ''
  await calls.requests['calls.answer']({ callId })
  calls.lineFact(legs.established)
  await calls.requests['calls.mute']({ callId, muted: true })
  expect(line.at(-1)?.microphoneFor).toBeNull()
  await calls.requests['calls.mute']({ callId, muted: false })
  expect(line.at(-1)?.microphoneFor).toBe(legs.invited.dialogId)

  await calls.requests['calls.hangUp']({ callId })

  expect(commands.map(({ verb }) => verb)).toEqual(['answer', 'hang-up'])
})

test('a callout that the platform refuses comes to nothing, in words', async () => {
  const { calls } = start({ answers: { ok: false, reason: 'refused', retcode: '200-001' } })

  await calls.requests['calls.dial']({ number: '10086' })

  expect(calls.current().list[0]?.phase).toMatchObject({ name: 'ended', reason: 'wrong-number' })
})

test('nobody dials during a call', async () => {
  const started = start()
  ring(started)

  expect(await started.calls.requests['calls.dial']({ number: '10086' })).toMatchObject({ ok: false })
  expect(started.asked).toEqual([])
})

test('a phone window that is gone takes its dialogs with it', () => {
  const { calls, line } = start({ gateway: false })
  calls.lineFact(legs.invited)
  calls.lineFact(legs.established)

  calls.lineGone()

  expect(calls.current().list[0]?.phase).toMatchObject({ name: 'ended', reason: 'line-lost' })
  expect(line.at(-1)?.microphoneFor).toBeNull()
})

test('an event for a call nobody knows is named in the log and changes nothing', () => {
  const { calls, log } = start()

  for (const fact of [facts.hold, facts.callRelease, facts.noAnswer]) calls.gatewayEvent({ ...fact, at: Date.now() })

  expect(log).toEqual(
    ['hold', 'call-release', 'no-answer'].map((event) => `Event that changes no call ${JSON.stringify({ event })}`),
  )
  expect(calls.current()).toEqual({ list: [], missed: [] })
})
