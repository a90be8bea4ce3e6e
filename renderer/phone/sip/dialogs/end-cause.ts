import type { DialogEnd } from '#contract'

/** What is known of a dialog at the moment it is over. */
export interface Ending {
  readonly direction: 'incoming' | 'outgoing'
  readonly established: boolean
  readonly weEnded: boolean
  readonly cancelled: boolean
  readonly farSideHungUp: boolean
  /** The final response to our INVITE. */
  readonly code?: number
  /** The response was made up here, because the server could not be reached or did not answer. */
  readonly madeUp?: boolean
}

export function endCause(ending: Ending): DialogEnd {
  if (ending.farSideHungUp) return 'far-side-hung-up'
  if (ending.weEnded) return 'we-ended'
  if (ending.cancelled) return 'cancelled'
  if (ending.established) return 'lost'
  return ending.direction === 'outgoing' && ending.code !== undefined && ending.madeUp !== true ? 'refused' : 'failed'
}
