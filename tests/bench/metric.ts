import type { Stage } from './stage/stage.ts'

/** What was measured of one metric, and of its limit in the same run. */
export interface Measured {
  readonly values: readonly number[]
  readonly limit: Limit
  /** What the whole is made of, each under its own name; for finding causes. */
  readonly parts?: Readonly<Record<string, readonly number[]>>
}

/** The barest program that does the same thing on the same machine. */
export interface Limit {
  readonly what: string
  readonly values: readonly number[]
}

export interface Figures {
  readonly n: number
  readonly p50: number
  readonly p95: number
  readonly p98: number
  readonly p99: number
}

/** What design/metrics.md asks of a metric. */
export interface Aim {
  readonly text: string
  isMet(figures: Figures, limit: Figures): boolean
}

/** How often a thing is done in a run of the usual length, made longer or shorter as `--runs` says. */
export type Times = (usual: number) => number

/** One run that gives the values of one or more metrics. */
export interface Measure {
  readonly metrics: Readonly<Record<string, Aim>>
  run(stage: Stage, times: Times): Promise<Readonly<Record<string, Measured>>>
}
