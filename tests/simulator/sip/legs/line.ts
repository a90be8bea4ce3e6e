import type { Core } from '../core.ts'
import type { Flow } from '../flow.ts'
import type { Media } from '../media/media.ts'
import type { Report } from '../report.ts'
import type { LegLife } from './leg-life.ts'

/** What a leg needs of the side it belongs to. */
export interface Line {
  readonly core: Core
  /** The flow the softphone is reached over now, which is not always the one the call began on. */
  flowOf(number: string): Flow | null
  /** A prepared WebRTC end if there is one, otherwise a new one. */
  takeMedia(): Media
  /** A leg has begun on this flow: it is ended with the side, or if the flow is lost before it is answered. */
  began(life: LegLife, flow: Flow | null): void
  /** Something nobody waits for failed. */
  readonly report: Report
}
