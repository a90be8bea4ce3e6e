/** Root mean square of samples between -1 and 1. */
export function rootMeanSquare(samples: Float32Array): number {
  if (samples.length === 0) return 0
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return Math.sqrt(sum / samples.length)
}

/** Below this there is nothing to name a frequency of. */
const audible = 0.003
const lowestHz = 60

/** Whether a sound fills its window: one that began within it seems to have another frequency. */
export function fillsWindow(samples: Float32Array): boolean {
  const quarter = Math.floor(samples.length / 4)
  return rootMeanSquare(samples.subarray(0, quarter)) > rootMeanSquare(samples) / 4
}

/** Height of a parabola through three points, as an offset from the middle one: the peak lies between bins. */
function peakOffset(left: number, middle: number, right: number): number {
  const bend = left - 2 * middle + right
  return bend === 0 ? 0 : (0.5 * (left - right)) / bend
}

/** The loudest frequency of a spectrum in decibels (an AnalyserNode's), or null when what sounds is too quiet. */
export function dominantHz(decibels: Float32Array, sampleRate: number, level: number): number | null {
  if (level < audible) return null
  const hzPerBin = sampleRate / 2 / decibels.length
  const first = Math.max(1, Math.ceil(lowestHz / hzPerBin))
  let peak = first
  for (let bin = first; bin < decibels.length - 1; bin++) if (at(decibels, bin) > at(decibels, peak)) peak = bin
  if (!Number.isFinite(at(decibels, peak))) return null
  return (peak + peakOffset(at(decibels, peak - 1), at(decibels, peak), at(decibels, peak + 1))) * hzPerBin
}

function at(values: Float32Array, index: number): number {
  return values[index] ?? Number.NEGATIVE_INFINITY
}
