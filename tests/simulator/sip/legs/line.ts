import type { UserAgentServer } from 'sip.js/lib/core/index.js'
import type { Core } from '../core.ts'
import type { Flow } from '../flow.ts'
import type { Media } from '../media/media.ts'
import type { Report } from '../report.ts'
import type { PhoneLeg, SipFaults } from '../sip-side.ts'
import type { Forks } from './inside/forks.ts'
import type { LegLife } from './leg-life.ts'

/** A dialog that stands, for what comes to it past SIP.js. */
export interface Standing {
  /** An offer of ours, now. */
  offer(): void
  onUpdate(request: UserAgentServer): void
}

/** What a leg needs of the side it belongs to. */
export interface Line {
  readonly core: Core
  /** The flow the softphone is reached over now, which is not always the one the call began on. */
  flowOf(number: string): Flow | null
  /** A prepared WebRTC end if there is one, otherwise a new one. */
  takeMedia(): Media
  /** A new one, for whoever dials. */
  makeMedia(): Media
  /** A leg has begun on this flow: it is ended with the side, or if the flow is lost before it is answered. */
  began(life: LegLife, flow: Flow | null): void
  /** By the core's names for them. */
  readonly dialogs: Map<string, Standing>
  /** Whose dialog that is. */
  legOf(dialogId: string): PhoneLeg | null
  readonly forks: Forks
  readonly faults: Pick<SipFaults, 'forkAnswers' | 'forkRings' | 'reliableRinging' | 'sessionExpires' | 'bundle'>
  /** Something nobody waits for failed. */
  readonly report: Report
}
