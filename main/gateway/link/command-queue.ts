import type { GatewayResult } from '../gateway.ts'

/** Commands one at a time for each agent, in the order asked (spec/ccgateway.md 18.4). */
export interface CommandQueue {
  run<T>(command: () => Promise<GatewayResult<T>>): Promise<GatewayResult<T>>
  /** Settles everything at once: what was begun is unanswered, what waits was never sent. */
  close(): void
}

export function createCommandQueue(): CommandQueue {
  const given = new AbortController()
  let last: Promise<unknown> = Promise.resolve()

  return {
    run(command) {
      if (given.signal.aborted) return Promise.resolve(notConnected)
      let begun = false
      const turn = last.then(() => {
        begun = true
        return given.signal.aborted ? notConnected : command()
      })
      last = Promise.allSettled([turn])
      return untilClosed(turn, given.signal, () => (begun ? noAnswer : notConnected))
    },
    close: () => given.abort(),
  }
}

const notConnected: GatewayResult<never> = { ok: false, failure: { kind: 'not-connected' } }
const noAnswer: GatewayResult<never> = { ok: false, failure: { kind: 'no-answer' } }

function untilClosed<T>(
  turn: Promise<GatewayResult<T>>,
  closed: AbortSignal,
  onClosed: () => GatewayResult<never>,
): Promise<GatewayResult<T>> {
  return new Promise((resolve, reject) => {
    const close = () => resolve(onClosed())
    closed.addEventListener('abort', close, { once: true })
    turn.then(resolve, reject).finally(() => closed.removeEventListener('abort', close))
  })
}
