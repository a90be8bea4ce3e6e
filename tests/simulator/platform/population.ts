import type { SipAccount } from '../sip/sip-side.ts'
import type { Fate, Ivr, Queue } from './model.ts'

export interface AgentPlan {
  readonly workNumber: string
  readonly name: string
  readonly password: string
  readonly softphone: SipAccount
  /** Queue ids; all queues when absent. */
  readonly skills?: readonly number[]
  readonly fate?: Fate
}

export const defaultQueues: readonly Queue[] = [
  { id: 1, name: 'Support', accessCode: '4001' },
  { id: 2, name: '销售', accessCode: '4002' },
  { id: 11, name: 'Web chat', accessCode: '4011', mediaType: 53 },
  { id: 12, name: '在线客服', accessCode: '4012', mediaType: 53 },
]

export function isChatQueue({ mediaType }: Queue): boolean {
  return mediaType !== undefined
}

/** One that gives the caller back, and one that says goodbye. */
export const defaultIvrs: readonly Ivr[] = [
  { id: 1, name: 'PIN check', access: '9001', tone: 587, lastsMs: 1_500, afterwards: 'returns' },
  { id: 2, name: '营业时间', access: '9002', tone: 784, lastsMs: 1_500, afterwards: 'ends' },
]

/** Softphone numbers a sign-in may bind (`100-014` outside of it, spec/ccgateway.md 17). */
export const softphoneRange = /^6747\d{4}$/

const people: readonly (readonly [string, string, Fate?])[] = [
  ['6001', 'Alice Meyer'],
  ['6002', '王芳'],
  ['6003', 'Carlos Ruiz'],
  ['6004', 'Dana Novak', 'password-to-change'],
  ['6005', '李强', 'phone-out-of-range'],
  ['6006', 'Fatima Haddad', 'not-forcible'],
  ['6007', 'Georg Winter', 'locked'],
  ['6008', '陈静', 'signed-in-elsewhere'],
]

/** Who may listen, whisper and force (spec/ccgateway.md 7, `iscensor` and its family; 11). */
export function isCensor(workNumber: string): boolean {
  return workNumber === '6003'
}

/** 6001 to 6008, with softphones 67470001 to 67470008; passwords `Agent-6001` and `Phone-67470001`, and so on. */
export const defaultAgents: readonly AgentPlan[] = people.map(([workNumber, name, fate]) => {
  const number = `6747${workNumber.slice(-4).replace('6', '0')}`
  return {
    workNumber,
    name,
    password: `Agent-${workNumber}`,
    softphone: { number, password: `Phone-${number}` },
    ...(fate && { fate }),
  }
})
