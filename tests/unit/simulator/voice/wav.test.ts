import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aLaw } from '#simulator/voice/g711.ts'
import { wav } from '#simulator/voice/wav.ts'

interface Recording {
  readonly code: number
  readonly channels: number
  readonly rate: number
  readonly body: Buffer
}

function write({ code, channels, rate, body }: Recording): string {
  const format = Buffer.alloc(16)
  format.writeUInt16LE(code, 0)
  format.writeUInt16LE(channels, 2)
  format.writeUInt32LE(rate, 4)
  const chunk = (name: string, bytes: Buffer) => {
    const size = Buffer.alloc(4)
    size.writeUInt32LE(bytes.length)
    return Buffer.concat([Buffer.from(name), size, bytes, Buffer.alloc(bytes.length % 2)])
  }
  const chunks = Buffer.concat([chunk('fmt ', format), chunk('LIST', Buffer.from('odd')), chunk('data', body)])
  const folder = mkdtempSync(join(tmpdir(), 'wav-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'a.wav')
  writeFileSync(path, Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), chunks]))
  return path
}

const pcm = (samples: Int16Array) => Buffer.from(samples.buffer)

test('a recording is played once, frame by frame, then there is silence', () => {
  const samples = Int16Array.from({ length: 200 }, (_, n) => n)
  const source = wav(write({ code: 1, channels: 1, rate: 8000, body: pcm(samples) }))

  expect(source()).toEqual(samples.slice(0, 160))
  expect(source()?.slice(0, 41)).toEqual(Int16Array.of(...samples.slice(160), 0))
  expect(source()).toBeNull()
})

test('the first channel of a faster recording is brought to 8 kHz', () => {
  const samples = Int16Array.from({ length: 160 * 3 * 2 }, (_, n) => (n % 2 === 0 ? 3 * Math.floor(n / 6) : -1000))
  const source = wav(write({ code: 1, channels: 2, rate: 24_000, body: pcm(samples) }))

  expect(source()?.slice(0, 3)).toEqual(Int16Array.of(0, 3, 6))
})

test("the platform's A-law recordings are understood", () => {
  const body = Buffer.from([0xd5, 0xaa])
  const source = wav(write({ code: 6, channels: 1, rate: 8000, body }))

  expect(source()?.slice(0, 2)).toEqual(aLaw.decode(body))
})

test('another format is refused by its number', () => {
  const path = write({ code: 85, channels: 1, rate: 8000, body: Buffer.alloc(0) })

  expect(() => wav(path)).toThrow('85')
})
