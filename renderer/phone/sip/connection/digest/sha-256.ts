/** The first 32 bits of the fractional part of a number (FIPS 180-4 section 4.2.2 takes them for its constants). */
function fraction(value: number): number {
  return ((value - Math.floor(value)) * 0x1_00_00_00_00) | 0
}

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate++)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  return primes
}

const primes = firstPrimes(64)
const roundConstants = primes.map((prime) => fraction(Math.cbrt(prime)))
const initialState = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by))

/** The message with its padding and its length in bits (FIPS 180-4 section 5.1.1). */
function pad(message: Uint8Array): DataView {
  const length = Math.ceil((message.length + 9) / 64) * 64
  const padded = new Uint8Array(length)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(length - 8, Math.floor(message.length / 0x20_00_00_00))
  view.setUint32(length - 4, message.length << 3)
  return view
}

function schedule(block: DataView, offset: number): Int32Array {
  const words = new Int32Array(64)
  for (let at = 0; at < 16; at++) words[at] = block.getInt32(offset + 4 * at)
  for (let at = 16; at < 64; at++) {
    const [a = 0, b = 0, c = 0, d = 0] = [words[at - 15], words[at - 2], words[at - 16], words[at - 7]]
    const low = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)
    const high = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10)
    words[at] = c + low + d + high
  }
  return words
}

/** One block of 64 bytes (FIPS 180-4 section 6.2.2). */
function compress(state: readonly number[], words: Int32Array): number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let at = 0; at < 64; at++) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const choice = (e & f) ^ (~e & g)
    const first = h + sum1 + choice + (roundConstants[at] ?? 0) + (words[at] ?? 0)
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + sum0 + majority) | 0]
  }
  return [a, b, c, d, e, f, g, h].map((word, at) => (word + (state[at] ?? 0)) | 0)
}

/** SIP.js answers a challenge at once, and WebCrypto only later: so it is done here. */
export function sha256(text: string): string {
  const message = pad(new TextEncoder().encode(text))
  let state: readonly number[] = initialState
  for (let offset = 0; offset < message.byteLength; offset += 64) state = compress(state, schedule(message, offset))
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
