import type { Measure } from '../metric.ts'
import { calls } from './calls.ts'
import { candidateWait } from './candidate-wait.ts'
import { deskReload } from './desk-reload.ts'
import { freshProcess } from './fresh-process.ts'
import { launch } from './launch.ts'
import { leaks } from './leaks.ts'
import { mouthToEar } from './mouth-to-ear.ts'
import { sizes } from './sizes.ts'
import { usage } from './usage.ts'

/** The *First call* group of design/metrics.md, in its order. */
export const firstCall: readonly Measure[] = [
  launch,
  freshProcess,
  calls,
  candidateWait,
  mouthToEar,
  deskReload,
  usage,
  leaks,
  sizes,
]
