/** One sound within a pattern: its frequencies together, from `at` seconds on. */
export interface Pulse {
  readonly at: number
  readonly seconds: number
  readonly hz: readonly number[]
}

/** A tone is one period, repeated without a seam. */
export interface Pattern {
  readonly seconds: number
  readonly level: number
  readonly pulses: readonly Pulse[]
  /** Sounds one time, however long it is wanted. */
  readonly once?: true
}

/** Two soft pairs of notes, then a rest: noticed beside an open-plan office, bearable sixty times a day. */
export const callRing: Pattern = {
  seconds: 3,
  level: 0.5,
  pulses: [
    { at: 0, seconds: 0.35, hz: [659.3, 1318.5] },
    { at: 0.3, seconds: 0.5, hz: [784, 1568] },
    { at: 1, seconds: 0.35, hz: [659.3, 1318.5] },
    { at: 1.3, seconds: 0.5, hz: [784, 1568] },
  ],
}

/** One short, low knock: another call waits while the agent talks. */
export const waitingRing: Pattern = {
  seconds: 4,
  level: 0.15,
  pulses: [{ at: 0, seconds: 0.25, hz: [523.3] }],
}

/** Three rising notes like a small bell, softer and higher than a call's: a chat waits, nobody holds a receiver. */
export const chatRing: Pattern = {
  seconds: 4,
  level: 0.3,
  pulses: [
    { at: 0, seconds: 0.22, hz: [880] },
    { at: 0.16, seconds: 0.22, hz: [1108.7] },
    { at: 0.32, seconds: 0.45, hz: [1318.5] },
  ],
}

/** A whisper beside the customer's voice, once: a chat rings, or a message came, while the agent talks. */
export const chatWhisper: Pattern = {
  seconds: 1,
  level: 0.05,
  pulses: [{ at: 0, seconds: 0.2, hz: [1108.7] }],
  once: true,
}

/** A message in an open chat. */
export const messageSound: Pattern = {
  seconds: 1,
  level: 0.2,
  pulses: [
    { at: 0, seconds: 0.14, hz: [1318.5] },
    { at: 0.12, seconds: 0.24, hz: [1108.7] },
  ],
  once: true,
}

/** What a caller hears while the far side rings (China: 450 Hz, 1 s on, 4 s off; ITU-T E.180 supplement 2). */
export const ringBack: Pattern = {
  seconds: 5,
  level: 0.12,
  pulses: [{ at: 0, seconds: 1, hz: [450] }],
}

/** Rise and fall of every pulse: no click, and no start that makes people jump. */
const attackSeconds = 0.03
const releaseSeconds = 0.12

/** Loudness within a pulse, from 0 to 1. */
function envelope(time: number, seconds: number): number {
  const rise = Math.min(1, time / attackSeconds)
  const fall = Math.min(1, (seconds - time) / releaseSeconds)
  return Math.sin((Math.PI / 2) * Math.max(0, Math.min(rise, fall))) ** 2
}

function addPulse(samples: Float32Array, pulse: Pulse, level: number, sampleRate: number): void {
  const start = Math.round(pulse.at * sampleRate)
  const length = Math.round(pulse.seconds * sampleRate)
  for (let index = 0; index < length && start + index < samples.length; index++) {
    const time = index / sampleRate
    let wave = 0
    for (const hz of pulse.hz) wave += Math.sin(2 * Math.PI * hz * time) / pulse.hz.length
    samples[start + index] = (samples[start + index] ?? 0) + level * envelope(time, pulse.seconds) * wave
  }
}

/** One period of the pattern as samples. */
export function render(pattern: Pattern, sampleRate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(pattern.seconds * sampleRate))
  for (const pulse of pattern.pulses) addPulse(samples, pulse, pattern.level, sampleRate)
  return samples
}
