import { onTestFinished, vi } from 'vitest'
import { openPhone, type Phone, type PhoneOptions } from '#simulator/sip/phone/open-phone.ts'
import type { PhoneLeg, SipAccount, SipSide } from '#simulator/sip/sip-side.ts'
import { type SipSideOptions, startSipSide } from '#simulator/sip/start-sip-side.ts'
import { createAuthority, createServerCertificate } from '#simulator/tls/certificates.ts'

export const AGENT: SipAccount = { number: '67470002', password: 'secret2' }
export const COLLEAGUE: SipAccount = { number: '67470003', password: 'secret3' }
export const CUSTOMER = { number: '13800138000', name: 'Customer' }

/** A machine that does much else at once may take this long; nothing here waits longer than it must. */
const PATIENCE_MS = 60_000

vi.setConfig({ testTimeout: 2 * PATIENCE_MS, hookTimeout: 2 * PATIENCE_MS })

export function eventually(assert: () => void): Promise<void> {
  return vi.waitFor(assert, { timeout: PATIENCE_MS, interval: 10 })
}

export async function hears(leg: PhoneLeg | undefined, hz: number | null): Promise<void> {
  await leg?.voice.hearing.waitFor(hz, { timeoutMs: PATIENCE_MS })
}

const tls = createAuthority().then((authority) => createServerCertificate(authority, 'trusted'))

export interface Centre {
  readonly side: SipSide
  /** Numbers that came and went, `+67470002` or `-67470002`. */
  readonly changes: readonly string[]
  /** What failed though nobody waited for it. */
  readonly reports: readonly string[]
  open(options?: Partial<PhoneOptions>): Promise<Phone>
}

/** A SIP side of the test's own; it and its phones are gone when the test is over. */
export async function openCentre(options: Partial<SipSideOptions> = {}): Promise<Centre> {
  const reports: string[] = []
  const report = (what: string, error: unknown) => reports.push(`${what}: ${error}`)
  const side = await startSipSide({ tls: await tls, accounts: [AGENT, COLLEAGUE], report, ...options })
  const changes: string[] = []
  side.onRegistration = (number, registered) => changes.push(`${registered ? '+' : '-'}${number}`)
  onTestFinished(() => side.stop())
  return {
    side,
    changes,
    reports,
    async open(given) {
      const phone = await openPhone({ url: side.url, account: AGENT, report, ...given })
      onTestFinished(() => phone.close())
      return phone
    },
  }
}
