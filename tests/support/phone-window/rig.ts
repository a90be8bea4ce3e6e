import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LineAccount, LineWanted } from '#contract'
import type { PhoneLeg, SipSide } from '#simulator/sip/sip-side.ts'
import { startSipSide } from '#simulator/sip/start-sip-side.ts'
import { createAuthority, createServerCertificate } from '#simulator/tls/certificates.ts'
import { tone } from '#simulator/voice/tone.ts'
import { buildPhoneWindow } from './build.ts'
import { openPhoneWindow, type PhoneWindow, type PhoneWindowOptions } from './phone-window.ts'
import { writeToneFile } from './tone-file.ts'

export const agentHz = 620
export const customerHz = 440
export const number = '67470002'
const password = 'secret-of-the-phone'

/** A SIP side and phone windows to try at it. */
export interface Rig {
  readonly side: SipSide
  readonly account: LineAccount
  /** Everything the phone window sent and received. */
  readonly wire: { readonly direction: 'in' | 'out'; readonly text: string; readonly at: number }[]
  open(change?: Partial<LineWanted>, options?: Partial<PhoneWindowOptions>): Promise<PhoneWindow>
  /** A customer who speaks their tone. */
  call(name?: string): PhoneLeg
  stop(): Promise<void>
}

export const calm: Omit<LineWanted, 'account'> = {
  warm: true,
  microphoneFor: null,
  cameraFor: null,
  picture: null,
  ring: 'none',
  devices: { microphone: null, speaker: null, ringer: null, camera: null, ringVolume: 1, speakerVolume: 1 },
  levels: false,
}

export async function startRig(display: string): Promise<Rig> {
  const folder = mkdtempSync(join(tmpdir(), 'phone-window-'))
  const page = join(folder, 'page')
  const microphone = join(folder, 'microphone.wav')
  await buildPhoneWindow(page)
  writeToneFile(microphone, agentHz)
  const wire: Rig['wire'] = []
  const side = await startSipSide({
    tls: await createServerCertificate(await createAuthority(), 'trusted'),
    accounts: [{ number, password }],
    onMessage: (direction, _, text, at) => wire.push({ direction, text, at }),
  })
  const account: LineAccount = {
    servers: [side.url],
    domain: 'localhost',
    number,
    instanceId: 'urn:uuid:6b0f5c70-5a1e-4222-8333-1234567890ab',
    registerSeconds: 300,
    iceServers: [],
    codecs: ['opus', 'PCMA', 'PCMU'],
  }
  let windows = 0
  return {
    side,
    account,
    wire,
    open(change = {}, options = {}) {
      windows += 1
      const userData = join(folder, `user-data-${windows}`)
      const wanted = { account, ...calm, ...change }
      return openPhoneWindow({ folder: page, wanted, secret: password, display, userData, microphone, ...options })
    },
    call(name = 'Alice') {
      const leg = side.invite(number, { number: '13800001111', name })
      leg.voice.say(tone(customerHz))
      return leg
    },
    async stop() {
      await side.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

export async function registered(phone: PhoneWindow): Promise<number> {
  const { at } = await phone.fact('registration', ({ registration }) => registration.status === 'registered')
  return at
}

/** Registered and with its microphone held, after the rehearsal. */
export async function ready(phone: PhoneWindow): Promise<void> {
  await registered(phone)
  await phone.fact('microphone', ({ microphone }) => microphone.status === 'ready')
  await pause(1_200)
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function assert(fact: boolean, what: string): asserts fact {
  if (!fact) throw new Error(what)
}

function near(hz: number | null, wanted: number): boolean {
  return hz !== null && Math.abs(hz / wanted - 1) < 0.03
}

/** The agent does. */
export function hears(phone: PhoneWindow, hz: number): Promise<unknown> {
  return phone.levels(({ farSideHz }) => near(farSideHz, hz), 10_000)
}
