// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { Dialling } from '#renderer/desk/calls/dial/dialling.svelte.ts'
import { fakeBridge } from '#support/desk-preview/fake-bridge.ts'
import { deskState } from '#support/desk-preview/state.ts'

const start = () => {
  const fake = fakeBridge(deskState({ language: 'en', theme: 'light' }))
  return { ...fake, dialling: new Dialling(fake.bridge) }
}

test('a number is grouped as it is typed at its end, and left alone while it is corrected', () => {
  const { dialling } = start()

  dialling.type('13800138000', true)
  expect(dialling.draft).toBe('138 0013 8000')
  dialling.type('138 0013 800', true)
  expect(dialling.draft).toBe('138 0013 800')
  dialling.type('138 00123 800', false)
  expect(dialling.draft).toBe('138 00123 800')
})

test('the number to show and the queue to book on go with a call outside', async () => {
  const { dialling, asked } = start()
  dialling.caller = '955 33'
  dialling.queueId = 2
  dialling.type('13800138000', true)

  await dialling.submit()

  expect(asked).toEqual([{ name: 'calls.dial', input: { number: '13800138000', caller: '95533', queueId: 2 } }])
  expect(dialling.draft).toBe('')
})

test('who may not call out calls colleagues and queues', async () => {
  const fake = fakeBridge(deskState({ language: 'en', theme: 'light' }))
  const dialling = new Dialling(fake.bridge, { callOut: false, video: false, history: 0 })
  dialling.type('6003', true)

  expect(dialling.kind).toBe('agent')
  await dialling.submit()

  expect(fake.asked).toEqual([{ name: 'calls.callInside', input: { to: { kind: 'agent', address: '6003' } } }])
})

test('the camera goes with the next call alone, and only where the site has video', async () => {
  const fake = fakeBridge(deskState({ language: 'en', theme: 'light' }))
  const dialling = new Dialling(fake.bridge, { callOut: true, video: true, history: 0 })
  dialling.video = true
  await dialling.dial('10086')
  await dialling.dial('10086')
  const without = new Dialling(fake.bridge)
  without.video = true
  await without.dial('10086')

  expect(fake.asked.map(({ input }) => input)).toEqual([
    { number: '10086', video: true },
    { number: '10086' },
    { number: '10086' },
  ])
})

test('a colleague and a queue are called inside', async () => {
  const { dialling, asked } = start()
  dialling.kind = 'agent'
  dialling.type('6003', true)
  await dialling.submit()
  await dialling.callInside('queue', '2')

  expect(asked).toEqual([
    { name: 'calls.callInside', input: { to: { kind: 'agent', address: '6003' } } },
    { name: 'calls.callInside', input: { to: { kind: 'queue', address: '2' } } },
  ])
})

test('what was called before Earshot was started is called again', async () => {
  const { dialling, answer } = start()
  const outgoing = (number: string) => ({ number, direction: 'outgoing' })
  answer('history.search', { calls: [outgoing('10086'), outgoing('13800138000'), outgoing('10086'), outgoing('')] })
  await dialling.refresh()
  expect(dialling.recent.map(({ number }) => number)).toEqual(['10086', '13800138000'])

  await dialling.dial('13800138000')
  expect(dialling.recent.map(({ number }) => number)).toEqual(['13800138000', '10086'])
})

test('the last called come back, newest first, each once', async () => {
  const { dialling, asked } = start()
  await dialling.dial('10086')
  await dialling.dial('13800138000')
  await dialling.dial('10086')
  expect(dialling.recent.map(({ number }) => number)).toEqual(['10086', '13800138000'])

  dialling.recall(1)
  dialling.recall(1)
  expect(dialling.draft).toBe('138 0013 8000')
  dialling.recall(1)
  expect(dialling.draft).toBe('138 0013 8000')
  await dialling.submit()
  expect(asked.at(-1)).toEqual({ name: 'calls.dial', input: { number: '13800138000' } })
})

test('a call picked up for a colleague that came to nothing is told', async () => {
  const { dialling, answer } = start()
  answer('calls.pickUp', { ok: false, reason: 'refused', retcode: '100-006' })

  await dialling.pickUp('6003')

  expect(dialling.refused).toMatchObject({ what: 'pick-up', number: '6003', retcode: '100-006' })
})
