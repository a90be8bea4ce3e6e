import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Heard } from '../../../simulator/sip/sip-side.ts'
import type { Machine } from './machine.ts'

/** Something the tour says is so, and whether it was. */
export interface Fact {
  readonly fact: string
  readonly ok: boolean
  readonly ms: number
  /** What was measured or read. */
  readonly found?: string
  readonly why?: string
}

/** One tone, in milliseconds from the beginning of its step; 0 Hz is sound that is no tone. */
export interface Tone {
  readonly hz: number
  readonly from: number
  readonly to: number
}

export interface StepReport {
  readonly number: number
  readonly name: string
  readonly title: string
  readonly ok: boolean
  readonly startedAt: string
  readonly ms: number
  readonly facts: readonly Fact[]
  /** What the customers heard, and what somebody at the agent's headset heard. */
  readonly tones: { readonly customer: readonly Tone[]; readonly agent: readonly Tone[] }
  readonly picture: string
}

export interface Runtime {
  readonly electron: string
  readonly chrome: string
  readonly node: string
}

export interface TourReport {
  readonly ok: boolean
  readonly machine: Machine
  readonly runtime: Runtime | null
  readonly steps: readonly StepReport[]
  /** Why the tour ended before its time. */
  readonly failure?: string
}

export async function writeReport(folder: string, report: TourReport): Promise<void> {
  await writeFile(join(folder, 'tour.json'), `${JSON.stringify(report, null, 2)}\n`)
}

/** The sounds that fell between two moments. */
export function tonesBetween(heard: readonly Heard[], from: number, to: number): readonly Tone[] {
  return heard.flatMap(({ hz, ...stretch }) => {
    if (hz === null || stretch.to <= from || stretch.from >= to) return []
    const at = (moment: number) => Math.round(Math.min(Math.max(moment, from), to) - from)
    return [{ hz: Math.round(hz), from: at(stretch.from), to: at(stretch.to) }]
  })
}

/** The first fact that was not so, where there is one. */
export function failedFact(steps: readonly StepReport[]): string | null {
  const step = steps.find(({ ok }) => !ok)
  const failed = step?.facts.find(({ ok }) => !ok)
  return step && failed ? `step ${step.number} (${step.name}): "${failed.fact}": ${failed.why}` : null
}

/** The tour's last line. */
export function lastLine({ ok, steps, failure }: TourReport, seconds: number, folder: string): string {
  const facts = steps.flatMap((step) => step.facts)
  const counts = `${steps.length} steps, ${facts.length} facts, ${Math.round(seconds)} s`
  const where = `Pictures and tour.json are in ${folder}.`
  if (ok) return `The tour is over, every fact held: ${counts}. ${where}`
  return `The tour FAILED after ${counts}, at ${failedFact(steps) ?? failure}. ${where}`
}
