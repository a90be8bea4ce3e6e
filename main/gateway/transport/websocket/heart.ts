/** Watches whether the peer of a socket is still there. */
export interface Heart {
  /** Something came from the peer. */
  beat(): void
  /** Asks now, and leaves one tick for the answer. */
  check(): void
  stop(): void
}

export interface HeartOptions {
  readonly ping: () => void
  readonly onDead: () => void
  readonly now: () => number
}

/**
 * A ping a second and dead after four silent ticks: a network that went without a word is noticed within 5 s
 * (design/metrics.md, `dead_socket_detected_ms`), while TCP still has time for three retransmissions. The 20 to 25 s
 * of spec/ccgateway.md 5.3 are what keeps a session alive, not what notices that it is not.
 */
export const tickMs = 1_000
const deadAfterTicks = 4

/** Ticks this far apart: the machine slept, and what was connected before may be long gone. */
const sleptMs = 3 * tickMs

/** Without pongs the peer may merely not answer pings; then silence is judged by the handshake (5.3: 60 s). */
const deadAfterTicksWithoutPongs = 60

export function createHeart({ ping, onDead, now }: HeartOptions): Heart {
  let silentTicks = 0
  let heardOnce = false
  let lastTick = now()

  const tick = () => {
    const slept = Math.abs(now() - lastTick) > sleptMs
    lastTick = now()
    if (slept) silentTicks = deadAfterTicks - 2
    silentTicks += 1
    if (silentTicks >= (heardOnce ? deadAfterTicks : deadAfterTicksWithoutPongs)) onDead()
    else ping()
  }
  let timer = setInterval(tick, tickMs)
  ping()
  return {
    beat() {
      heardOnce = true
      silentTicks = 0
    },
    check() {
      silentTicks = Math.max(silentTicks, deadAfterTicks - 1)
      clearInterval(timer)
      timer = setInterval(tick, tickMs)
      ping()
    },
    stop: () => clearInterval(timer),
  }
}
