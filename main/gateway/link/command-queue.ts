import type { GatewayResult } from '../gateway.ts'

/** Commands one at a time for each agent, in the order asked (spec/ccgateway.md 18.4). */
export interface CommandQueue {
  run<T>(command: () => Promise<GatewayResult<T>>): Promise<GatewayResult<T>>
  /** Settles everything at once: what was begun is unanswered, what waits was never sent. */
  close(): void
}

const notConnected: GatewayResult<never> = { ok: false, failure: { kind: 'not-connected' } }
const noAnswer: GatewayResult<never> = { ok: false, failure: { kind: 'no-answer' } }

export function createCommandQueue(): CommandQueue {
  const unsettled = new Set<() => void>()
  let closed = false
  let last: Promise<unknown> = Promise.resolve()

  return {
    run: (command) =>
      new Promise((resolve, reject) => {
        if (closed) return resolve(notConnected)
        let begun = false
        const turn = last.then(() => {
          begun = !closed
          return closed ? notConnected : command()
        })
        last = Promise.allSettled([turn])
        const close = () => resolve(begun ? noAnswer : notConnected)
        unsettled.add(close)
        turn.then(resolve, reject).finally(() => unsettled.delete(close))
      }),
    close() {
      closed = true
      for (const close of unsettled) close()
    },
  }
}
