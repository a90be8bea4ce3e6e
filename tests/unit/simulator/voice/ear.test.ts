import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { createEar } from '#simulator/voice/ear.ts'
import { aLaw, muLaw } from '#simulator/voice/g711.ts'
import { tone } from '#simulator/voice/tone.ts'

const FRAME_MS = 20
const silence = () => new Int16Array(160)

/** A row of parts, each so many frames of one source, heard at the right time from 0 on. */
function listen(...parts: readonly (readonly [frames: number, source: () => Int16Array | null])[]) {
  const ear = createEar()
  let at = 0
  for (const [frames, source] of parts) {
    for (let n = 0; n < frames; n += 1) {
      at += FRAME_MS
      ear.hear(source() ?? silence(), at)
    }
  }
  return { ear, at }
}

/** The same sound every run. */
function noise(amplitude: number): () => Int16Array {
  let seed = 1
  return () =>
    Int16Array.from({ length: 160 }, () => {
      seed = (seed * 1_103_515_245 + 12_345) % 0x8000_0000
      return Math.round((seed / 0x4000_0000 - 1) * amplitude * 0x7fff)
    })
}

function mixed(...sources: readonly (() => Int16Array | null)[]): () => Int16Array {
  return () => {
    const frames = sources.map((source) => source() ?? silence())
    return Int16Array.from({ length: 160 }, (_, n) => frames.reduce((sum, frame) => sum + (frame[n] ?? 0), 0))
  }
}

const rounded = (ear: ReturnType<typeof createEar>) =>
  ear.heard.map(({ hz, from, to }) => [hz === null ? null : Math.round(hz), Math.round(from), Math.round(to)])

test('a tone between two silences is one stretch of its own', () => {
  const { ear } = listen([10, silence], [25, tone(440)], [10, silence])

  expect(rounded(ear)).toEqual([
    [null, 0, 200],
    [440, 200, 700],
    [null, 700, 900],
  ])
})

test('every frequency of the telephone band is heard within 3 %, by either law, in noise and at any level', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 200, max: 3400 }),
      fc.double({ min: 0.02, max: 0.75, noNaN: true }),
      fc.constantFrom(aLaw, muLaw),
      (hz, amplitude, law) => {
        const source = mixed(tone(hz, amplitude), noise(amplitude / 4))
        const { ear } = listen([20, () => law.decode(law.encode(source()))])

        // The first frame alone is too short for the lowest tones.
        expect(ear.longestGap(hz, 20, 400)).toBe(0)
      },
    ),
  )
})

test('one odd frame does not break a tone', () => {
  const agent = tone(1000)
  const { ear } = listen([20, agent], [1, silence], [20, agent], [1, noise(0.5)], [20, agent])

  expect(rounded(ear)).toEqual([[1000, 0, 1240]])
})

test('a single frame that leaks out is still heard by the witness', () => {
  const { ear } = listen([20, silence], [1, tone(700)], [20, silence])

  expect(ear.heardBetween(700, 380, 440)).toBe(true)
  expect(ear.heardBetween(700, 0, 380)).toBe(false)
})

test('a change of tone is heard as two stretches without a hole', () => {
  const { ear } = listen([20, tone(440)], [20, tone(880)])

  expect(ear.heard.map(({ hz }) => Math.round(hz ?? 0))).toEqual([440, 880])
  expect(ear.heard[0]?.to).toBe(ear.heard[1]?.from)
})

test('noise is sound, but no tone', () => {
  const { ear } = listen([50, noise(0.3)])

  expect(ear.heard.map(({ hz }) => hz)).toEqual([0])
})

test('speech-like jumps after a tone do not prolong it', () => {
  const jumps = [500, 900, 1500, 2100, 700, 1200, 2600, 1800].map((hz) => [1, tone(hz)] as const)
  const { ear } = listen([20, tone(440)], ...jumps)

  expect(ear.heard[0]?.to).toBeLessThanOrEqual(440)
})

test('packets that stop coming are silence, and jitter is not', () => {
  const ear = createEar()
  const agent = tone(440)
  for (let n = 1; n <= 20; n += 1) ear.hear(agent() ?? silence(), n * FRAME_MS + (n % 3) * 25)

  expect(ear.longestGap(440, 25, 400)).toBe(0)

  ear.hearNothing(1000)
  for (let n = 1; n <= 20; n += 1) ear.hear(agent() ?? silence(), 1000 + n * FRAME_MS)

  expect(ear.longestGap(440, 0, 1400)).toBeGreaterThan(550)
  expect(ear.longestGap(440, 1050, 1400)).toBe(0)
})

test('waiting ends as soon as the tone has lasted', async () => {
  const ear = createEar()
  const agent = tone(440)
  const waiting = ear.waitFor(440, { forMs: 100 })
  for (let n = 1; n <= 4; n += 1) ear.hear(agent() ?? silence(), n * FRAME_MS)
  const early = await Promise.race([waiting, 'still waiting'])
  ear.hear(agent() ?? silence(), 100)

  expect(early).toBe('still waiting')
  expect(await waiting).toMatchObject({ from: 0, to: 100 })
})

test('what is over does not answer who waits, and silence can be waited for', async () => {
  const { ear } = listen([20, tone(440)], [20, silence])

  await expect(ear.waitFor(null)).resolves.toMatchObject({ hz: null })
  await expect(ear.waitFor(440, { timeoutMs: 1 })).rejects.toThrow('440 Hz for 400 ms, silence for 400 ms')
})

test('a gap at either end of the span counts', () => {
  const { ear, at } = listen([10, silence], [10, tone(440)], [10, silence])

  expect(ear.longestGap(440, 0, 400)).toBe(200)
  expect(ear.longestGap(440, 200, at)).toBe(200)
  expect(ear.longestGap(880, 0, at)).toBe(at)
})

test('without a given time, a frame ended now', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const ear = createEar()
  ear.hear(tone(440)() ?? silence())

  expect(ear.heard[0]?.to).toBe(performance.timeOrigin + performance.now())
  vi.useRealTimers()
})

test('several tones at once are a chord, from where the last of them begins to where the first ends', () => {
  const both = mixed(tone(440), tone(1000, 0.1))
  const { ear } = listen([20, tone(440)], [20, both], [20, tone(1000)], [10, silence])

  expect(ear.chords.map(({ tones }) => tones.map(Math.round))).toEqual([[440], [440, 1000], [1000], []])
  expect(ear.chords[1]?.from).toBeGreaterThanOrEqual(400)
  expect(ear.chords[1]?.from).toBeLessThanOrEqual(440)
  expect(ear.amongTones(440, 0, 780)).toBe('throughout')
  expect(ear.amongTones(440, 0, 1000)).toBe('partly')
  expect(ear.amongTones(1000, 450, 1180)).toBe('throughout')
  expect(ear.amongTones(660, 0, 1400)).toBe('never')
})

test('up to four tones 100 Hz and more apart are told, at unlike levels, by either law', () => {
  const step = fc.integer({ min: 100, max: 700 })
  fc.assert(
    fc.property(
      fc.integer({ min: 250, max: 500 }),
      fc.array(step, { maxLength: 3 }),
      fc.constantFrom(aLaw, muLaw),
      (lowest, steps, law) => {
        const tones = [lowest]
        for (const by of steps) tones.push((tones.at(-1) ?? 0) + by)
        const source = mixed(...tones.map((hz, n) => tone(hz, 0.1 + 0.04 * n)))
        const { ear } = listen([20, () => law.decode(law.encode(source()))])

        for (const hz of tones) expect(ear.amongTones(hz, 40, 380)).toBe('throughout')
        expect(ear.chords.at(-1)?.tones).toHaveLength(tones.length)
      },
    ),
  )
})

test('a chord is waited for with all its tones and no others', async () => {
  const { ear } = listen([20, mixed(tone(440), tone(1000))])

  await expect(ear.waitForChord([1000, 440], { forMs: 300 })).resolves.toMatchObject({ to: 400 })
  await expect(ear.waitForChord([440], { timeoutMs: 1 })).rejects.toThrow('440 Hz and 1000 Hz for')
})

test('noise is no chord', () => {
  const { ear } = listen([50, noise(0.3)])

  expect(ear.chords.map(({ tones }) => tones)).toEqual([[0]])
})
