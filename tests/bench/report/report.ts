import type { Aim, Figures, Measured } from '../metric.ts'
import { figuresOf } from './statistics.ts'

/** One metric as `--out` writes it (design/metrics.md). */
export interface Entry extends Figures {
  readonly limit: { readonly what: string; readonly n: number; readonly p50: number; readonly p95: number }
  /** The middle value over the limit's; null where the limit is nothing. */
  readonly ratio: number | null
  readonly aim: string
  readonly met: boolean
  readonly parts?: Readonly<Record<string, Figures>>
}

export interface Report {
  readonly machine: Readonly<Record<string, string | number>>
  readonly metrics: Readonly<Record<string, Entry>>
  /** Metrics that could not be measured, and why. */
  readonly failed: Readonly<Record<string, string>>
}

export function entryOf({ values, limit, parts }: Measured, aim: Aim): Entry {
  const figures = figuresOf(values)
  const beside = figuresOf(limit.values)
  return {
    ...rounded(figures),
    limit: { what: limit.what, n: beside.n, p50: round(beside.p50), p95: round(beside.p95) },
    ratio: beside.p50 === 0 ? null : round(figures.p50 / beside.p50),
    aim: aim.text,
    met: figures.n > 0 && aim.isMet(figures, beside),
    ...(parts && {
      parts: Object.fromEntries(Object.entries(parts).map(([name, of]) => [name, rounded(figuresOf(of))])),
    }),
  }
}

function rounded({ n, p50, p95, p98, p99 }: Figures): Figures {
  return { n, p50: round(p50), p95: round(p95), p98: round(p98), p99: round(p99) }
}

/** Three digits tell all that a run can tell. */
function round(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))
}
