/** What `getStats` counts of the sound that arrived (inbound-rtp). */
export interface Received {
  readonly atMs: number
  readonly packets: number
  /** Sum of squared samples, weighted by time. */
  readonly energy: number
  /** Seconds of sound played. */
  readonly duration: number
}

/** No packet for this long is a broken path; digital silence may also be a far side that has nothing to say. */
const noPacketsMs = 3_000
const onlySilenceMs = 6_000

/** -66 dB: A-law's smallest step (-72 dB) lies below, any room above. */
const silentLevel = 5e-4

export interface FarSideSound {
  readonly last: Received
  /** When the last packet and the last sound were noticed. */
  readonly packetAt: number
  readonly soundAt: number
  readonly silent: boolean
}

export function firstSound(received: Received): FarSideSound {
  return { last: received, packetAt: received.atMs, soundAt: received.atMs, silent: false }
}

function levelBetween(before: Received, after: Received): number {
  const seconds = after.duration - before.duration
  return seconds > 0 ? Math.sqrt(Math.max(0, after.energy - before.energy) / seconds) : 0
}

/** One more look at the counters. */
export function listen(sound: FarSideSound, received: Received): FarSideSound {
  const now = received.atMs
  const packetAt = received.packets > sound.last.packets ? now : sound.packetAt
  const soundAt = packetAt === now && levelBetween(sound.last, received) > silentLevel ? now : sound.soundAt
  const silent = now - packetAt >= noPacketsMs || now - soundAt >= onlySilenceMs
  return { last: received, packetAt, soundAt, silent }
}
