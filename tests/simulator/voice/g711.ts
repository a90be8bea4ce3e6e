/** ITU-T G.711: 8 kHz telephone sound, one byte a sample. */
export interface Codec {
  encode(frame: Int16Array): Buffer
  decode(payload: Uint8Array): Int16Array
}

const SEGMENT_ENDS = [0x1f, 0x3f, 0x7f, 0xff, 0x1ff, 0x3ff, 0x7ff, 0xfff]

function toALaw(sample: number): number {
  const mask = sample >= 0 ? 0xd5 : 0x55
  const magnitude = (sample >= 0 ? sample : -sample - 1) >> 3
  const segment = SEGMENT_ENDS.findIndex((end) => magnitude <= end)
  if (segment === -1) return 0x7f ^ mask
  const step = (magnitude >> Math.max(segment, 1)) & 0x0f
  return ((segment << 4) | step) ^ mask
}

function fromALaw(byte: number): number {
  const code = byte ^ 0x55
  const segment = (code & 0x70) >> 4
  const step = (code & 0x0f) << 4
  const magnitude = segment === 0 ? step + 8 : (step + 0x108) << (segment - 1)
  return code & 0x80 ? magnitude : -magnitude
}

const MU_LAW_BIAS = 0x84
const MU_LAW_CLIP = 32_635

function toMuLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0
  const magnitude = Math.min(Math.abs(sample), MU_LAW_CLIP) + MU_LAW_BIAS
  const segment = 24 - Math.clz32(magnitude)
  const step = (magnitude >> (segment + 3)) & 0x0f
  return ~(sign | (segment << 4) | step) & 0xff
}

function fromMuLaw(byte: number): number {
  const code = ~byte & 0xff
  const magnitude = ((((code & 0x0f) << 3) + MU_LAW_BIAS) << ((code & 0x70) >> 4)) - MU_LAW_BIAS
  return code & 0x80 ? -magnitude : magnitude
}

/** Both directions by table: each frame costs 160 look-ups. */
function byTable(to: (sample: number) => number, from: (byte: number) => number): Codec {
  const encoded = Uint8Array.from({ length: 0x1_00_00 }, (_, word) => to((word << 16) >> 16))
  const decoded = Int16Array.from({ length: 0x100 }, (_, byte) => from(byte))
  return {
    encode: (frame) => Buffer.from(Uint8Array.from(frame, (sample) => encoded[sample & 0xffff] ?? 0)),
    decode: (payload) => Int16Array.from(payload, (byte) => decoded[byte] ?? 0),
  }
}

export const aLaw: Codec = byTable(toALaw, fromALaw)
export const muLaw: Codec = byTable(toMuLaw, fromMuLaw)
