import type { Key } from '../sip-side.ts'
import type { Packet } from './packet.ts'

const KEYS = '0123456789*#ABCD'

/** Digits of RFC 4733 events: one event is many packets with the same timestamp. */
export function createDigits() {
  const keys: Key[] = []
  let last: number | null = null
  return {
    keys,
    get dialled() {
      return keys.map(({ key }) => key).join('')
    },
    receive({ payload, timestamp }: Packet): void {
      if (timestamp === last) return
      last = timestamp
      const key = KEYS[payload[0] ?? KEYS.length]
      if (key !== undefined) keys.push({ key, by: 'rtp' })
    },
    /** A key of SIP INFO, `Signal=5` (application/dtmf-relay) or the bare key (application/dtmf). */
    receiveInfo(body: string): void {
      const key = /^\s*(?:Signal\s*=\s*)?([0-9*#A-D])/i.exec(body)?.[1]?.toUpperCase()
      if (key !== undefined) keys.push({ key, by: 'info' })
    },
  }
}
