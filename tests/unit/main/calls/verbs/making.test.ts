import { beforeEach, expect, test, vi } from 'vitest'
import { startCalls, talkOnPlatform } from '#support/call-shell.ts'
import { facts } from '#support/calls.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

const NOT_NOW = { ok: false, reason: 'not-possible-now' }

test('a callout beside a held call is allowed', async () => {
  const shell = startCalls({ answers: { ok: true, gatewayId: 'out-1' } })
  talkOnPlatform(shell)
  shell.hears(facts.hold)

  expect(await shell.ask['calls.dial']({ number: '021' })).toMatchObject({ ok: true })
  expect(shell.calls.current().list[0]).toMatchObject({ number: '021', phase: { name: 'dialling' } })
})

test('a colleague is called inside, and what comes of it is the same call', async () => {
  const shell = startCalls({ answers: { ok: true, gatewayId: 'in-1' } })

  await shell.ask['calls.callInside']({ to: { kind: 'agent', address: '6003' } })
  shell.hears({ ...facts.talking, callId: 'in-1', caller: 'a6002', called: 'a6003', feature: 6 })

  expect(shell.asked).toEqual(['callinner agent 6003'])
  expect(shell.calls.current().list).toMatchObject([
    { number: '6003', direction: 'internal', phase: { name: 'talking' } },
  ])
})

test('a colleague’s ringing call is picked up by whoever is in no call', async () => {
  const shell = startCalls()

  await shell.ask['calls.pickUp']({ workNumber: '6003' })
  talkOnPlatform(shell)

  expect(await shell.ask['calls.pickUp']({ workNumber: '6003' })).toEqual(NOT_NOW)
  expect(shell.asked).toEqual(['snatchpickup 6003'])
})

test('a softphone alone has no colleagues', async () => {
  const shell = startCalls({ gateway: false })

  expect(await shell.ask['calls.callInside']({ to: { kind: 'agent', address: '6003' } })).toEqual(NOT_NOW)
  expect(await shell.ask['calls.pickUp']({ workNumber: '6003' })).toEqual(NOT_NOW)
})
