import type { GatewayResult } from '../gateway.ts'

export interface Patience {
  /** Begin again beside an attempt that has been silent this long; null: one attempt only. */
  readonly againMs: number | null
  readonly timeoutMs: number
}

const silent: GatewayResult<never> = { ok: false, failure: { kind: 'not-connected' } }

/**
 * The first outcome of as many attempts as it takes; the others are ended. An attempt that went into a dead network
 * does not notice that it has come back (the kernel repeats a lost SYN after 1, 3 and 7 s), a fresh one does.
 */
export async function insist<T>(
  begin: (given: AbortSignal) => Promise<GatewayResult<T>>,
  { againMs, timeoutMs }: Patience,
): Promise<GatewayResult<T>> {
  const attempts: AbortController[] = []
  let kept: AbortController | null = null
  const { promise, resolve, reject } = defer<GatewayResult<T>>()
  const attempt = () => {
    const own = new AbortController()
    attempts.push(own)
    begin(own.signal).then((result) => {
      kept ??= own
      resolve(result)
    }, reject)
  }
  const again = againMs === null ? undefined : setInterval(attempt, againMs)
  const limit = setTimeout(() => resolve(silent), timeoutMs)
  attempt()
  try {
    return await promise
  } finally {
    clearInterval(again)
    clearTimeout(limit)
    for (const one of attempts) if (one !== kept) one.abort()
  }
}

function defer<T>() {
  let resolve: (value: T) => void = () => undefined
  let reject: (reason: unknown) => void = () => undefined
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}
