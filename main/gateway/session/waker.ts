import { networkInterfaces } from 'node:os'

/** A wait that can be cut short. */
export interface Waker {
  wait(ms: number): Promise<void>
  wake(): void
}

export function createWaker(): Waker {
  let wakeUp: (() => void) | null = null
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer)
          wakeUp = null
          resolve()
        }
        const timer = setTimeout(done, ms)
        wakeUp = done
      }),
    wake: () => wakeUp?.(),
  }
}

/** This machine's addresses on a network, as one comparable text. */
export function ownAddresses(): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return all
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .join(' ')
}

const lookEveryMs = 250

/** Tells when this machine's addresses change: most often the network has just come back. */
export function watchNetwork(addresses: () => string, onChange: () => void): () => void {
  let last = addresses()
  const timer = setInterval(() => {
    const current = addresses()
    if (current === last) return
    last = current
    onChange()
  }, lookEveryMs)
  return () => clearInterval(timer)
}
