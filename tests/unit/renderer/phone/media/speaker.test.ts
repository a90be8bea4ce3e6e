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

test('of several dialogs the one that may be spoken to is heard, else the last', () => {
  expect(heardDialog(['a', 'b'], 'a')).toBe('a')
  expect(heardDialog(['a', 'b'], null)).toBe('b')
  expect(heardDialog(['a', 'b'], 'gone')).toBe('b')
  expect(heardDialog([], 'a')).toBeNull()
})
