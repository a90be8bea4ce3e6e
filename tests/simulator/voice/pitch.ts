const SAMPLES_PER_SECOND = 8000
const HZ_PER_BIN = 25
const LOWEST_BIN = Math.floor(180 / HZ_PER_BIN)
const HIGHEST_BIN = Math.ceil(3440 / HZ_PER_BIN)
/** A tone holds at least this part of the power: a tenth of the loudest one's amplitude is lost among the others. */
const LEAST_SHARE = 0.03
const MOST_TONES = 6

/** Power by frequency, and how far from its middle a tone's lobe reaches, in bins. */
export interface Spectrum {
  readonly powers: readonly number[]
  readonly total: number
  readonly reach: number
}

/** Weighs the ends down (Hann), so that a tone stays within four bins of 1 / duration. */
function weighed(samples: Int16Array): Float64Array {
  return Float64Array.from(samples, (sample, n) => {
    return sample * (0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / samples.length))
  })
}

/** Goertzel's recurrence: the power at one frequency. */
function powerAt(hz: number, samples: Float64Array): number {
  const twiceCosine = 2 * Math.cos((2 * Math.PI * hz) / SAMPLES_PER_SECOND)
  let last = 0
  let beforeLast = 0
  for (const sample of samples) {
    const next = sample + twiceCosine * last - beforeLast
    beforeLast = last
    last = next
  }
  return last * last + beforeLast * beforeLast - twiceCosine * last * beforeLast
}

/** Where between three bins the top of a parabola through their logarithms lies, from −½ to ½. */
function topOf(left: number, middle: number, right: number): number {
  const [a, b, c] = [Math.log(left + 1), Math.log(middle + 1), Math.log(right + 1)]
  const bend = a - 2 * b + c
  return bend === 0 ? 0 : (0.5 * (a - c)) / bend
}

export function spectrumOf(samples: Int16Array): Spectrum {
  const sound = weighed(samples)
  const powers = Array.from({ length: HIGHEST_BIN + 1 }, (_, bin) => {
    return bin < LOWEST_BIN ? 0 : powerAt(bin * HZ_PER_BIN, sound)
  })
  return {
    powers,
    total: powers.reduce((sum, power) => sum + power),
    reach: Math.ceil((2 * SAMPLES_PER_SECOND) / (samples.length * HZ_PER_BIN)),
  }
}

function lobeAt({ powers, reach }: Spectrum, peak: number): number {
  return powers.slice(Math.max(0, peak - reach), peak + reach + 1).reduce((sum, power) => sum + power)
}

function frequencyAt(powers: readonly number[], peak: number): number {
  return (peak + topOf(powers[peak - 1] ?? 0, powers[peak] ?? 0, powers[peak + 1] ?? 0)) * HZ_PER_BIN
}

/** The strongest frequency of the telephone band, and which part of the band's power its lobe holds. */
export function pitchOf(spectrum: Spectrum): { readonly hz: number; readonly purity: number } {
  const { powers, total } = spectrum
  if (total === 0) return { hz: 0, purity: 0 }
  const peak = powers.indexOf(Math.max(...powers))
  return { hz: frequencyAt(powers, peak), purity: lobeAt(spectrum, peak) / total }
}

/** Every tone that sounds, lowest first, 100 Hz and more apart, and which part of the power they hold together. */
export function tonesOf(spectrum: Spectrum): { readonly tones: readonly number[]; readonly purity: number } {
  const { powers, total, reach } = spectrum
  const tones: number[] = []
  const left = [...powers]
  let held = 0
  while (total > 0 && tones.length < MOST_TONES) {
    const peak = left.indexOf(Math.max(...left))
    const lobe = lobeAt({ ...spectrum, powers: left }, peak)
    if (lobe < LEAST_SHARE * total) break
    tones.push(frequencyAt(powers, peak))
    held += lobe
    left.fill(0, Math.max(0, peak - reach), peak + reach + 1)
  }
  return { tones: tones.sort((one, other) => one - other), purity: total === 0 ? 0 : held / total }
}
