import type { Core } from '../core.ts'
import type { PhoneLeg } from '../sip-side.ts'

/** The legs that have not ended, by the dialogs they carry. */
export function createLegs({ agent }: Core) {
  const legs = new Map<string, PhoneLeg>()
  return {
    know(leg: PhoneLeg): PhoneLeg {
      legs.set(leg.callId, leg)
      void leg.ended.then(() => legs.delete(leg.callId))
      return leg
    },
    /** Call-ID and tags must all be right (RFC 3891 section 3). */
    of(dialogId: string): PhoneLeg | null {
      const dialog = agent.dialogs.get(dialogId)
      return dialog ? (legs.get(dialog.callId) ?? null) : null
    },
  }
}

export type Legs = ReturnType<typeof createLegs>
