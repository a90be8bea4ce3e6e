import { expect, test } from 'vitest'
import type { Microphone as MicrophoneFact } from '#contract'
import { Microphone, type VoiceTrack } from '#renderer/phone/media/microphone.ts'
import { fakeSender, fakeTrack } from './fake-voice.ts'

function start() {
  const facts: MicrophoneFact[] = []
  const troubles: Error[] = []
  const unheard = { now: null as VoiceTrack | null }
  const microphone = new Microphone({
    onFact: (fact) => facts.push(fact),
    onUnheard: (track) => {
      unheard.now = track
    },
    onTrouble: (error) => troubles.push(error),
  })
  return { microphone, facts, troubles, unheard }
}

/** A dialog in the middle of a conversation. */
function talking() {
  const begun = start()
  const sender = fakeSender()
  begun.microphone.use({ status: 'held', track: fakeTrack(), label: 'Headset' })
  begun.microphone.attach('d1', sender)
  begun.microphone.established('d1')
  begun.microphone.openFor('d1')
  return { ...begun, sender }
}

test('a dialog’s track is closed from the start, though the device’s is not', () => {
  const { microphone } = start()
  const sender = fakeSender()
  microphone.use({ status: 'held', track: fakeTrack(), label: 'Headset' })

  microphone.attach('d1', sender)
  microphone.established('d1')

  expect(sender.track?.enabled).toBe(false)
})

test('is open for the established dialog that is wanted', () => {
  const { sender, facts } = talking()

  expect(sender.track?.enabled).toBe(true)
  expect(facts.at(-1)).toEqual({ status: 'open', label: 'Headset' })
})

test('is closed at once when the dialog is over, and its track let go', () => {
  const { microphone, sender, facts } = talking()
  const track = sender.track

  microphone.ended('d1')

  expect(track?.enabled).toBe(false)
  expect(facts.at(-1)?.status).toBe('ready')
})

test('is closed at once when it is no longer wanted', () => {
  const { microphone, sender } = talking()

  microphone.openFor(null)

  expect(sender.track?.enabled).toBe(false)
})

test('opens one dialog and closes the other when the wish moves on', () => {
  const { microphone, sender } = talking()
  const second = fakeSender()
  microphone.attach('d2', second)
  microphone.established('d2')

  microphone.openFor('d2')

  expect([sender.track?.enabled, second.track?.enabled]).toEqual([false, true])
})

test.each(['us', 'far-side'] as const)('is closed while %s holds, whatever is wanted, and opens after it', (by) => {
  const { microphone, sender, facts } = talking()

  microphone.held('d1', by, true)
  microphone.openFor('d1')
  const during = sender.track?.enabled
  microphone.held('d1', by, false)

  expect([during, sender.track?.enabled]).toEqual([false, true])
  expect(facts.map(({ status }) => status)).toEqual(['ready', 'open', 'ready', 'open'])
})

test('both sides hold: it opens when the second lets go', () => {
  const { microphone, sender } = talking()
  microphone.held('d1', 'us', true)
  microphone.held('d1', 'far-side', true)

  microphone.held('d1', 'us', false)
  const between = sender.track?.enabled
  microphone.held('d1', 'far-side', false)

  expect([between, sender.track?.enabled]).toEqual([false, true])
})

test.each([
  ['muted', (microphone: Microphone) => microphone.openFor(null)],
  ['held', (microphone: Microphone) => microphone.held('d1', 'us', true)],
])('a call that is %s does not hear the microphone, and what it misses can be noticed', (_, close) => {
  const { microphone, sender, unheard } = talking()
  expect(unheard.now).toBeNull()

  close(microphone)

  expect(unheard.now?.enabled).toBe(true)
  expect(unheard.now).not.toBe(sender.track)
  expect(sender.track?.enabled).toBe(false)
  expect(microphone.audible).toBeNull()
})

test('nothing is listened for before a call could hear, nor after it', () => {
  const { microphone, unheard } = start()
  microphone.use({ status: 'held', track: fakeTrack(), label: 'Headset' })
  microphone.attach('d1', fakeSender())
  microphone.established('d1')
  expect(unheard.now).toBeNull()
  microphone.openFor('d1')
  microphone.openFor(null)
  const during = unheard.now

  microphone.ended('d1')

  expect(unheard.now).toBeNull()
  expect(during).toMatchObject({ stopped: true })
})

test('takes up the new device in mid-call, still open', () => {
  const { microphone, sender } = talking()
  const before = sender.track

  microphone.use({ status: 'held', track: fakeTrack('Built-in'), label: 'Built-in' })

  expect(before?.enabled).toBe(false)
  expect(sender.track).toMatchObject({ label: 'Built-in', enabled: true })
})

test('says that the device is gone, and sends nothing', () => {
  const { microphone, sender, facts } = talking()

  microphone.use({ status: 'unplugged', label: 'Headset' })

  expect(sender.track).toBeNull()
  expect(facts.at(-1)).toEqual({ status: 'unplugged', label: 'Headset' })
})

test('says each fact once', () => {
  const { microphone, facts } = talking()

  microphone.openFor('d1')
  microphone.established('d1')

  expect(facts.map(({ status }) => status)).toEqual(['ready', 'open'])
})

test('a sender that will not take the track is trouble, and nothing more', async () => {
  const { microphone, troubles } = start()
  microphone.use({ status: 'held', track: fakeTrack(), label: 'Headset' })

  microphone.attach('d1', { replaceTrack: () => Promise.reject(new Error('closed')) })
  await Promise.resolve()

  expect(troubles).toHaveLength(1)
})

test('can be tried out while there is no dialog, and no longer', () => {
  const { microphone } = start()
  const held = fakeTrack()
  microphone.use({ status: 'held', track: held, label: 'Headset' })

  microphone.tryOut(true)
  expect(microphone.audible).toMatchObject({ enabled: true })
  microphone.attach('d1', fakeSender())

  expect(microphone.audible).toBeNull()
  expect(held.clones[0]?.stopped).toBe(true)
})
