import { writeFileSync } from 'node:fs'

const rate = 48_000

/** A steady tone as a 16-bit mono WAV of whole periods, so that it repeats without a seam. */
export function writeToneFile(path: string, hz: number, amplitude = 0.4): void {
  const samples = Int16Array.from({ length: rate }, (_, n) =>
    Math.round(amplitude * 0x7fff * Math.sin((2 * Math.PI * Math.round(hz) * n) / rate)),
  )
  const header = Buffer.alloc(44)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(36 + samples.byteLength, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate * 2, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(samples.byteLength, 40)
  writeFileSync(path, Buffer.concat([header, Buffer.from(samples.buffer)]))
}
