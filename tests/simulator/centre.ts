import type { ChatCustomer, ChatCustomerOptions, CustomerChat } from './chat/customers/chat-customer.ts'
import type { MediaCache } from './chat/media-cache/media-cache.ts'
import type { ChatBehaviour } from './chat/settings.ts'
import type { Colleague, ColleagueOptions } from './colleagues/colleague.ts'
import type { Crm } from './crm/crm.ts'
import type { Customer, CustomerCall, CustomerOptions } from './customers/customer.ts'
import type { DeskPhone, DeskPhoneOptions } from './customers/desk-phone.ts'
import type { CentreFaults } from './gateway/control.ts'
import type { Transport } from './gateway/gateway.ts'
import type { Journal } from './journal/journal.ts'
import type { Fate, Ivr, Queue, ShareState, StateName } from './platform/model.ts'
import type { Behaviour } from './platform/settings.ts'
import type { PhoneLeg, SipSide } from './sip/sip-side.ts'

/** The connection profile of the issue, as its file has it. */
export interface Profile {
  readonly name: string
  readonly gateway?: {
    readonly url: string
    readonly transport: Transport
    readonly websocketUrl: string
    readonly ca: string
  }
  readonly sip: {
    readonly servers: readonly string[]
    readonly domain: string
    readonly iceServers: readonly unknown[]
    readonly codecs: readonly string[]
    readonly registerSeconds: number
    readonly ca: string
  }
  readonly chat?: Readonly<Record<string, unknown>>
  readonly doors?: Readonly<Record<string, unknown>>
  readonly pages?: readonly Readonly<Record<string, unknown>>[]
}

export interface ProfileOptions {
  readonly transport?: Transport
  /** False: softphone only. */
  readonly gateway?: boolean
  /** What else the site says of its gateway (`busyReasons`, `wrapUpSeconds`, …). */
  readonly site?: Readonly<Record<string, unknown>>
  /** What the site says of its chat (`limit`, `categories`, …); absent: it has none. */
  readonly chat?: Readonly<Record<string, unknown>>
  /** Which doors for other programs the site opens. */
  readonly doors?: Readonly<Record<string, unknown>>
  /** The site's pages beside a call. */
  readonly pages?: readonly Readonly<Record<string, unknown>>[]
}

/** One agent as the platform sees it, and what can be done to them from outside. */
export interface CentreAgent {
  readonly workNumber: string
  readonly name: string
  readonly password: string
  readonly softphoneNumber: string
  readonly softphonePassword: string
  /** May be changed at any time (`locked`, `signed-in-elsewhere`, …). */
  fate: Fate | null
  readonly state: StateName
  /** The busy or rest reason (spec/ccgateway.md 6). */
  readonly reason: number
  readonly registered: boolean
  readonly signedIn: boolean
  /** The one on the leg, or else the one that asks to be answered. */
  readonly call: AgentCall | null
  /** Oldest first. */
  readonly calls: readonly AgentCall[]
  /** The platform's leg to the softphone. */
  readonly leg: PhoneLeg | null
  becomes(state: StateName, timeoutMs?: number): Promise<void>
  becomesRegistered(registered?: boolean, timeoutMs?: number): Promise<void>
  /** What an inspector does (spec/ccgateway.md 11). Each answers the retcode. */
  forceBusy(): string
  forceIdle(): string
  forceRest(seconds: number, reason: number): string
  forceSignOut(): string
  /** Of a rest that waits for approval (`behaviour.restApproval`). */
  grantRest(): string
  denyRest(): string
  /** The platform ends the call (`forcedropcall`). */
  endCall(): string
  /** The same work number signs in somewhere else, by force (spec/ccgateway.md 3.2). */
  signInElsewhere(): void
}

export interface AgentCall {
  readonly id: string
  readonly phase: ShareState
  readonly caller: string
  readonly called: string
  readonly muted: boolean
  readonly recording: 'off' | 'on' | 'paused'
  /** Those outside. */
  readonly parties: readonly string[]
  readonly data: string
}

export interface LeftOpen {
  readonly calls: number
  readonly chats: number
  readonly shares: number
  readonly waiting: number
  readonly legs: number
  readonly rooms: number
  readonly timers: number
  /** Whether the rooms' clock runs. */
  readonly ticking: boolean
}

/** A contact centre in a box. */
export interface Centre {
  readonly gatewayPorts: Readonly<Record<Transport, number>>
  readonly sip: SipSide
  readonly journal: Journal
  readonly faults: CentreFaults
  /** May be changed while it runs. */
  readonly behaviour: Behaviour
  /** The authority's certificate, PEM. */
  readonly ca: string
  profile(options?: ProfileOptions): Profile
  /** `profile.json` and `ca.pem` in the folder; answers the profile's path. */
  writeProfile(folder: string, options?: ProfileOptions): Promise<string>
  customer(options: CustomerOptions): Customer
  readonly customers: readonly Customer[]
  /** Every call of every customer, oldest first. */
  readonly calls: readonly CustomerCall[]
  /** Somebody who types. */
  chatCustomer(options?: ChatCustomerOptions): ChatCustomer
  readonly chatCustomers: readonly ChatCustomer[]
  /** Every chat of every customer, oldest first. */
  readonly chats: readonly CustomerChat[]
  /** May be changed while it runs. */
  readonly chatBehaviour: ChatBehaviour
  readonly mediaCache: MediaCache
  /** The customer's pages; there when they are first asked for. `port`: of its main door. */
  openCrm(port?: number): Promise<Crm>
  /** An agent's phone that is no softphone; signing in with its number is phone mode. */
  deskPhone(options: DeskPhoneOptions): DeskPhone
  readonly deskPhones: readonly DeskPhone[]
  /** Signs an agent in who does what the test says, with a voice of their own. */
  colleague(workNumber: string, options?: ColleagueOptions): Promise<Colleague>
  readonly colleagues: readonly Colleague[]
  agent(workNumber: string): CentreAgent
  readonly agents: readonly CentreAgent[]
  readonly queues: readonly Queue[]
  readonly ivrs: readonly Ivr[]
  /** What has not come to an end: calls, rooms with somebody in them, legs, timers. */
  leftOpen(): LeftOpen
  stop(): Promise<void>
}
