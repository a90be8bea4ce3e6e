import { partyLeaves } from '../platform/calls/leaving.ts'
import { arrive } from '../platform/calls/queue.ts'
import { legWith } from '../platform/calls/ring-number.ts'
import type { Callee, Platform, PlatformCall } from '../platform/model.ts'
import type { Customer, CustomerCall, CustomerOptions } from './customer.ts'
import { follow } from './plain-call.ts'
import { openTelephone, sourceOf, type Telephone, type TelephoneOptions } from './telephone.ts'

const defaultRingMs = 50

interface Person {
  readonly customer: Customer
  readonly callee: Callee
}

export interface Customers {
  add(platform: Platform, options: CustomerOptions): Customer
  /** Who answers to a number. */
  callee(number: string): Callee | null
  readonly all: readonly Customer[]
  /** Of everybody, also of those who have been replaced since, oldest first. */
  readonly calls: readonly CustomerCall[]
}

export function createCustomers(): Customers {
  const people = new Map<string, Person>()
  const everyCall: CustomerCall[] = []
  return {
    add: (platform, options) => {
      const person = createPerson(platform, options, everyCall)
      people.set(options.number, person)
      return person.customer
    },
    callee: (number) => people.get(number)?.callee ?? null,
    calls: everyCall,
    get all() {
      return [...people.values()].map(({ customer }) => customer)
    },
  }
}

function createPerson(platform: Platform, options: CustomerOptions, everyCall: CustomerCall[]): Person {
  const { number, name = null, tone = null, camera = false } = options
  // A recording that is not there is said now, not in the middle of a call.
  sourceOf(tone)
  const calls: CustomerCall[] = []
  const open = (of: Pick<TelephoneOptions, 'phase' | 'id' | 'hangUp' | 'leg'>): Telephone => {
    const telephone = openTelephone({ ...of, number, name, camera, says: tone })
    calls.push(telephone.call)
    everyCall.push(telephone.call)
    return telephone
  }
  const customer: Customer = {
    number,
    name,
    calls,
    callQueue: (queue, options) => callQueue(platform, open, queue, options),
    callPhone: (softphone, { video = false } = {}) =>
      callPhone(platform, open, { number, ...(name !== null && { name }), video }, softphone),
    nextCall: async (timeoutMs) => {
      const before = calls.length
      await platform.journal.until(() => calls.length > before, `a call to ${number}`, timeoutMs)
      return calls[before] as CustomerCall
    },
  }
  const callee: Callee = {
    whenCalled: options.whenCalled ?? 'answers',
    ringMs: options.ringMs ?? defaultRingMs,
    open: (id, hangUp, leg) => open({ phase: 'dialling', id: () => id, hangUp, leg }).party,
  }
  return { customer, callee }
}

type Open = (of: Pick<TelephoneOptions, 'phase' | 'id' | 'hangUp' | 'leg'>) => Telephone

function callQueue(
  platform: Platform,
  open: Open,
  name: string,
  { patienceMs, video = false }: { readonly patienceMs?: number; readonly video?: boolean } = {},
): CustomerCall {
  const queue = platform.queues.find((one) => one.name === name)
  if (!queue) throw new Error(`No queue is called ${name}`)
  let call: PlatformCall | null = null
  const { call: seen, party } = open({
    phase: 'ivr',
    id: () => call?.id ?? '',
    hangUp: (self) => partyLeaves(platform, self),
    leg: (self) => legWith(platform, self),
  })
  call = arrive(platform, queue, party, video)
  if (patienceMs !== undefined) {
    const cancel = platform.after(patienceMs, () => partyLeaves(platform, party))
    void seen.talking.then(cancel)
  }
  return seen
}

function callPhone(
  platform: Platform,
  open: Open,
  from: { readonly number: string; readonly name?: string; readonly video: boolean },
  softphone: string,
): CustomerCall {
  const leg = platform.sip.invite(softphone, from)
  const { call, party } = open({
    phase: 'ringing',
    id: () => leg.callId,
    hangUp: () => plain.hangUp(),
    leg: () => leg,
  })
  const plain = follow(platform, leg, party)
  return call
}
