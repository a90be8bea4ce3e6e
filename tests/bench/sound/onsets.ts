/** A sound is new after this much silence. */
const QUIET_MS = 100
/** A tenth of the bursts' own height: above what processing leaves of silence, and early in a sound that swells. */
const LOUD = 1_000

/** Finds where sounds begin in samples that follow each other without a gap. */
export function createOnsets(rate: number): (samples: Int16Array) => readonly number[] {
  const quietSamples = (QUIET_MS * rate) / 1_000
  let quiet = quietSamples
  return (samples) => {
    const begins: number[] = []
    samples.forEach((sample, index) => {
      const isLoud = Math.abs(sample) >= LOUD
      if (isLoud && quiet >= quietSamples) begins.push(index)
      quiet = isLoud ? 0 : quiet + 1
    })
    return begins
  }
}

/** So many arrivals are looked back at: the one that was held up least tells where the stream stands. */
const REMEMBERED = 200

/** When a sample of a steady stream was there, although its pieces arrive late and in bursts. */
export function createTimeline(rate: number): {
  /** Notes a piece that has arrived, and gives the time of its first sample. */
  arrive(samples: number, at: number): number
} {
  const starts: number[] = []
  let count = 0
  return {
    arrive: (samples, at) => {
      const before = count
      count += samples
      starts.push(at - (count * 1_000) / rate)
      if (starts.length > REMEMBERED) starts.shift()
      return Math.min(...starts) + (before * 1_000) / rate
    },
  }
}

/** To each beginning the first echo of it within `withinMs`; beginnings without one are left out. */
export function delays(begins: readonly number[], echoes: readonly number[], withinMs = 450): readonly number[] {
  return begins.flatMap((begin) => {
    const echo = echoes.find((one) => one > begin && one - begin <= withinMs)
    return echo === undefined ? [] : [echo - begin]
  })
}
