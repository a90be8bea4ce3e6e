import { readFileSync } from 'node:fs'
import type { Source } from '../sip/sip-side.ts'
import { aLaw, muLaw } from './g711.ts'

const SAMPLES_PER_SECOND = 8000
const SAMPLES_PER_FRAME = 160
const WAVE_FORMAT = { pcm: 1, aLaw: 6, muLaw: 7 }

interface Format {
  readonly code: number
  readonly channels: number
  readonly rate: number
}

/** The chunks of a RIFF file by name; a chunk of odd length is followed by one byte of padding. */
function chunksOf(file: Buffer): Map<string, Buffer> {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') {
    throw new Error('Not a WAV file')
  }
  const chunks = new Map<string, Buffer>()
  for (let at = 12; at + 8 <= file.length; ) {
    const length = file.readUInt32LE(at + 4)
    chunks.set(file.toString('latin1', at, at + 4), file.subarray(at + 8, at + 8 + length))
    at += 8 + length + (length % 2)
  }
  return chunks
}

function samplesOf(code: number, bytes: Buffer): Int16Array {
  switch (code) {
    case WAVE_FORMAT.pcm:
      return Int16Array.from({ length: bytes.length >> 1 }, (_, n) => bytes.readInt16LE(n * 2))
    case WAVE_FORMAT.aLaw:
      return aLaw.decode(bytes)
    case WAVE_FORMAT.muLaw:
      return muLaw.decode(bytes)
    default:
      throw new Error(`WAV format ${code} is neither 16-bit PCM nor G.711`)
  }
}

/** First channel, brought to 8 kHz by the mean of the samples each new one stands for. */
function toTelephone(samples: Int16Array, { channels, rate }: Format): Int16Array {
  const ratio = rate / SAMPLES_PER_SECOND
  const length = Math.floor(samples.length / channels / ratio)
  return Int16Array.from({ length }, (_, n) => {
    const from = Math.floor(n * ratio)
    const to = Math.max(from + 1, Math.floor((n + 1) * ratio))
    let sum = 0
    for (let at = from; at < to; at += 1) sum += samples[at * channels] ?? 0
    return Math.round(sum / (to - from))
  })
}

/** A recording once through, then silence: 16-bit PCM, A-law (the recordings' V3) or µ-law, any rate. */
export function wav(path: string): Source {
  const chunks = chunksOf(readFileSync(path))
  const header = chunks.get('fmt ')
  const body = chunks.get('data')
  if (!header || !body) throw new Error(`${path} has no format or no sound`)
  const format = { code: header.readUInt16LE(0), channels: header.readUInt16LE(2), rate: header.readUInt32LE(4) }
  const samples = toTelephone(samplesOf(format.code, body), format)
  let at = 0
  return () => {
    if (at >= samples.length) return null
    const frame = new Int16Array(SAMPLES_PER_FRAME)
    frame.set(samples.subarray(at, at + SAMPLES_PER_FRAME))
    at += SAMPLES_PER_FRAME
    return frame
  }
}
