import type { Packet } from './packet.ts'

const KEYS = '0123456789*#ABCD'

/** Digits of RFC 4733 events: one event is many packets with the same timestamp. */
export function createDigits() {
  let dialled = ''
  let last: number | null = null
  return {
    get dialled() {
      return dialled
    },
    receive({ payload, timestamp }: Packet): void {
      if (timestamp === last) return
      last = timestamp
      dialled += KEYS[payload[0] ?? KEYS.length] ?? ''
    },
    /** A key of SIP INFO, `Signal=5` (application/dtmf-relay) or the bare key (application/dtmf). */
    receiveInfo(body: string): void {
      dialled += /^\s*(?:Signal\s*=\s*)?([0-9*#A-D])/i.exec(body)?.[1]?.toUpperCase() ?? ''
    },
  }
}
