import { explain } from '../log/explain.ts'
import type { Log } from '../log/log.ts'

export interface Patience {
  readonly patienceMs: number
  readonly log: Log
}

export type Attempted<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: 'late' | 'failed' }

/** A key store's answer within its time; one that comes later goes nowhere, and an error is a value. */
export async function attempt<T>(
  what: string,
  answer: Promise<T>,
  { patienceMs, log }: Patience,
): Promise<Attempted<T>> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Attempted<T>>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, why: 'late' }), patienceMs)
  })
  const own = answer.then(
    (value): Attempted<T> => ({ ok: true, value }),
    (error: unknown): Attempted<T> => {
      log.warn('the key store failed', { what, error: explain(error) })
      return { ok: false, why: 'failed' }
    },
  )
  const result = await Promise.race([own, late])
  clearTimeout(timer)
  if (!result.ok && result.why === 'late') log.warn('the key store does not answer', { what, patienceMs })
  return result
}
