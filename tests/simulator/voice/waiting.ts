import type { Span } from '../sip/sip-side.ts'

interface Waiter<S extends Span> {
  readonly fits: (running: S) => boolean
  readonly forMs: number
  readonly resolve: (heard: S) => void
}

interface Patience {
  readonly forMs?: number
  readonly timeoutMs?: number
}

/** Those who wait for a sound to last; only what is still running counts. */
export function createWaiting<S extends Span>(heard: readonly S[], inWords: (one: S) => string) {
  const waiters = new Set<Waiter<S>>()

  function answers(waiter: Waiter<S>): S | null {
    const running = heard.at(-1)
    if (!running || !waiter.fits(running)) return null
    return running.to - running.from >= waiter.forMs ? { ...running } : null
  }

  return {
    /** To be called whenever something was heard. */
    check(): void {
      for (const waiter of waiters) {
        const running = answers(waiter)
        if (running) waiter.resolve(running)
      }
    },
    waitFor(
      fits: (running: S) => boolean,
      sought: string,
      { forMs = 200, timeoutMs = 10_000 }: Patience = {},
    ): Promise<S> {
      return new Promise((resolve, reject) => {
        const leave = () => {
          clearTimeout(timer)
          waiters.delete(waiter)
        }
        const waiter: Waiter<S> = {
          fits,
          forMs,
          resolve: (running) => {
            leave()
            resolve(running)
          },
        }
        const timer = setTimeout(() => {
          leave()
          const last = heard.slice(-5).map((one) => `${inWords(one)} for ${Math.round(one.to - one.from)} ms`)
          reject(new Error(`Waited ${timeoutMs} ms for ${sought}; heard ${last.join(', ') || 'nothing at all'}`))
        }, timeoutMs)
        const running = answers(waiter)
        if (running) waiter.resolve(running)
        else waiters.add(waiter)
      })
    },
  }
}

/** A tone, noise (0) or silence (null) as a person would name it. */
export function soundInWords(hz: number | null): string {
  if (hz === null) return 'silence'
  return hz === 0 ? 'noise' : `${Math.round(hz)} Hz`
}

export function chordInWords(tones: readonly number[]): string {
  return tones.length === 0 ? 'silence' : tones.map(soundInWords).join(' and ')
}
