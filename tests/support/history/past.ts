import type { Known, Owner } from '#main/calls/history/store/store.ts'

export const owner: Owner = { site: 'cc.example.com:8043', agent: '6001', days: 30 }

/** Wednesday noon, in Shanghai. */
export const noon = Date.UTC(2026, 2, 4, 4)

/** A call that talked for a minute, but for what is given. */
export function known(call: Partial<Known> = {}): Known {
  const startedAt = call.startedAt ?? noon
  return {
    id: `call-${startedAt}`,
    direction: 'incoming',
    number: '13800138000',
    part: 'main',
    startedAt,
    talkingSince: startedAt + 5_000,
    endedAt: startedAt + 65_000,
    reason: 'customer-hung-up',
    parties: [],
    missed: false,
    ...call,
  }
}
