import type { Heard } from '../sip/sip-side.ts'
import { sounds } from './stretches.ts'

interface Waiter {
  readonly hz: number | null
  readonly forMs: number
  readonly resolve: (heard: Heard) => void
}

function inWords({ hz, from, to }: Heard): string {
  const sound = hz === null ? 'silence' : hz === 0 ? 'noise' : `${Math.round(hz)} Hz`
  return `${sound} for ${Math.round(to - from)} ms`
}

/** Those who wait for a sound to last; only what is still running counts. */
export function createWaiting(heard: readonly Heard[]) {
  const waiters = new Set<Waiter>()

  function answers(waiter: Waiter): Heard | null {
    const running = heard.at(-1)
    if (!running || !sounds(running.hz, waiter.hz)) return null
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
    waitFor(hz: number | null, { forMs = 200, timeoutMs = 10_000 } = {}): Promise<Heard> {
      return new Promise((resolve, reject) => {
        const leave = () => {
          clearTimeout(timer)
          waiters.delete(waiter)
        }
        const waiter: Waiter = {
          hz,
          forMs,
          resolve: (running) => {
            leave()
            resolve(running)
          },
        }
        const timer = setTimeout(() => {
          leave()
          const last = heard.slice(-5).map(inWords).join(', ')
          const sought = hz === null ? 'silence' : `${hz} Hz`
          reject(new Error(`Waited ${timeoutMs} ms for ${sought}; heard ${last || 'nothing at all'}`))
        }, timeoutMs)
        const running = answers(waiter)
        if (running) waiter.resolve(running)
        else waiters.add(waiter)
      })
    },
  }
}
