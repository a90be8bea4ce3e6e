import { expect, test } from 'vitest'
import { heardDialog, type OutputElement, Speaker } from '#renderer/phone/media/speaker.ts'

function start(refusal: Error | null = null) {
  const element: OutputElement & { played: number } = {
    srcObject: null,
    volume: 1,
    played: 0,
    play: () => {
      element.played += 1
      return refusal === null ? Promise.resolve() : Promise.reject(refusal)
    },
    setSinkId: () => Promise.resolve(),
  }
  const troubles: Error[] = []
  return { element, speaker: new Speaker(element, (error) => troubles.push(error)), troubles }
}

/** Node has no media streams; the speaker only hands them on. */
const stream = { id: 'far side' } as MediaStream

test('one element plays, and is not started again for what it plays already', () => {
  const { element, speaker } = start()

  speaker.hear(stream)
  speaker.hear(stream)

  expect(element).toMatchObject({ srcObject: stream, played: 1 })
})

test('falls silent when nobody is to be heard', () => {
  const { element, speaker } = start()
  speaker.hear(stream)

  speaker.hear(null)

  expect(element).toMatchObject({ srcObject: null, played: 1 })
})

test('keeps the volume between none and all', () => {
  const { element, speaker } = start()

  speaker.use(null, 7, { microphones: [], speakers: [] })
  expect(element.volume).toBe(1)
  speaker.use(null, -1, { microphones: [], speakers: [] })

  expect(element.volume).toBe(0)
})

test.each([
  ['AbortError', 0],
  ['NotAllowedError', 1],
])('%s on playing is %i trouble', async (name, count) => {
  const { speaker, troubles } = start(Object.assign(new Error(name), { name }))

  speaker.hear(stream)
  await Promise.resolve()
  await Promise.resolve()

  expect(troubles).toHaveLength(count)
})

test.each([
  ['the one that may be spoken to', ['a', 'b'], [], null, 'a', 'a'],
  ['else the last', ['a', 'b'], [], null, null, 'b'],
  ['which is still there', ['a', 'b'], [], null, 'gone', 'b'],
  ['and not on hold', ['a', 'b'], ['b'], null, null, 'a'],
  ['rather than who is on hold the one that rings', ['a'], ['a'], 'c', null, 'c'],
  ['and nobody when there is none', [], [], null, 'a', null],
] as const)('of several dialogs is heard %s', (_, established, onHold, ringing, microphoneFor, heard) => {
  expect(heardDialog({ established, onHold: new Set(onHold), ringing }, microphoneFor)).toBe(heard)
})
