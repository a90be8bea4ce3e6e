import { expect, test } from 'vitest'
import { Sink } from '#renderer/phone/media/devices/sink.ts'

const speaker = { id: 'a', groupId: 'g1', label: 'Loudspeaker' }
const devices = { microphones: [], speakers: [speaker] }
const choice = { groupId: 'g1', label: 'Loudspeaker' }

function start(refused: readonly string[] = []) {
  const asked: string[] = []
  const troubles: Error[] = []
  const target = {
    setSinkId: (id: string) => {
      asked.push(id)
      return refused.includes(id) ? Promise.reject(new Error('aborted')) : Promise.resolve()
    },
  }
  return { sink: new Sink(target, (error) => troubles.push(error)), asked, troubles }
}

test('sounds on the chosen device', async () => {
  const { sink, asked } = start()

  await sink.use(choice, devices)
  await sink.use(choice, devices)

  expect(asked).toEqual(['a'])
})

test('sounds on the system’s device when the chosen one will not have it', async () => {
  const { sink, asked, troubles } = start(['a'])

  await sink.use(choice, devices)

  expect(asked).toEqual(['a', ''])
  expect(troubles).toHaveLength(1)
})

test('goes to the system’s device when the chosen one leaves, and back when it returns', async () => {
  const { sink, asked } = start()

  await sink.use(choice, devices)
  await sink.use(choice, { ...devices, speakers: [] })
  await sink.use(choice, devices)

  expect(asked).toEqual(['a', '', 'a'])
})

test('a change waits for the one before it, and so does whoever asked', async () => {
  const finish: (() => void)[] = []
  const asked: string[] = []
  const sink = new Sink(
    {
      setSinkId: (id) => {
        asked.push(id)
        return new Promise((resolve) => finish.push(resolve))
      },
    },
    () => undefined,
  )
  let used = false

  void sink.use(choice, devices)
  void sink.use(choice, devices).then(() => {
    used = true
  })
  void sink.fallBack()
  await Promise.resolve()
  await Promise.resolve()
  expect([asked, used]).toEqual([['a'], false])
  finish[0]?.()
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()

  expect([asked, used]).toEqual([['a', ''], true])
})
