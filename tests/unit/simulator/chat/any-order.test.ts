import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CustomerChat } from '#simulator/chat/customers/chat-customer.ts'
import { createChatCustomers } from '#simulator/chat/customers/create-chat-customers.ts'
import { sharesOf } from '#simulator/chat/life/chat.ts'
import { type InsideWire, openWire } from '#simulator/colleagues/wire.ts'
import { createGateway } from '#simulator/gateway/create-gateway.ts'
import { createJournal } from '#simulator/journal/journal.ts'
import { createPlatform } from '#simulator/platform/create-platform.ts'
import { defaultAgents, defaultQueues } from '#simulator/platform/population.ts'
import { defaultBehaviour, defaultTimeouts } from '#simulator/platform/settings.ts'
import { createFakeSipSide } from '../support/fake-sip-side.ts'
import { dataOf } from './stage.ts'

type Who = '6001' | '6003'

/** Two agents and their customers, without a wire; what takes time never happens by itself. */
async function stage(voiceAndChat: 'together' | 'apart') {
  const platform = createPlatform({
    sip: createFakeSipSide(),
    journal: createJournal(),
    agents: defaultAgents,
    queues: defaultQueues,
    timeouts: defaultTimeouts,
    behaviour: defaultBehaviour,
    callee: () => null,
    chat: { voiceAndChat },
  })
  Object.assign(platform, { after: () => () => undefined })
  const gateway = createGateway(platform)
  const wires = {
    '6001': openWire(gateway, '6001', () => undefined),
    '6003': openWire(gateway, '6003', () => undefined),
  }
  const signIn = async (who: Who) => {
    const phonenum = `6747000${who.at(-1)}`
    await wires[who].ask('PUT', `/onlineagent/${who}/forcelogin`, {
      password: `Agent-${who}`,
      phonenum,
      autoanswer: false,
    })
    await wires[who].ask('POST', `/onlineagent/${who}/resetskill/true`, undefined)
  }
  await signIn('6001')
  await signIn('6003')
  return { platform, wires, signIn, customers: createChatCustomers(platform, () => '') }
}

type Stage = Awaited<ReturnType<typeof stage>>

const other = { '6001': '6003', '6003': '6001' } as const

/** What an agent may ask for with some chat, whether it makes sense or not. */
const deeds: Readonly<Record<string, (wire: InsideWire, who: Who, callid: string) => Promise<unknown>>> = {
  answer: (wire, who, id) => wire.ask('PUT', `/voicecall/${who}/answer?callid=${id}`, undefined),
  requeue: (wire, who, callid) => wire.ask('POST', `/voicecall/${who}/reject`, { callid, mode: 1 }),
  reject: (wire, who, callid) => wire.ask('POST', `/voicecall/${who}/reject`, { callid, mode: 2 }),
  send: (wire, who, callid) => wire.ask('POST', `/mediacall/${who}/sendmessage`, { callid, data: dataOf('Hello') }),
  drop: (wire, who, id) => wire.ask('POST', `/voicecall/${who}/dropcall/${id}`, undefined),
  transfer: (wire, who, callid) =>
    wire.ask('POST', `/mediacall/${who}/transfer`, { callid, devicetype: 2, address: other[who], mode: 2 }),
  pass: (wire, who, callid) =>
    wire.ask('POST', `/mediacall/${who}/transfer`, { callid, devicetype: 1, address: '12', mode: 0 }),
  inside: (wire, who) => wire.ask('PUT', `/textchat/${who}/internalcall/${other[who]}`, undefined),
  free: (wire, who) => wire.ask('POST', `/onlineagent/${who}/sayfree`, undefined),
  leave: (wire, who) => wire.ask('DELETE', `/onlineagent/${who}/forcelogout`, undefined),
}

const customersDeeds: Readonly<Record<string, (chat: CustomerChat) => unknown>> = {
  says: (chat) => chat.says('Hello'),
  leaves: (chat) => chat.leaves(),
  timesOut: (chat) => chat.timesOut(),
  takenAway: (chat) => chat.takenAway(),
  endedByPlatform: (chat) => chat.endedByPlatform(),
}

const anyDeed = fc.oneof(
  fc.record({ kind: fc.constant('writes' as const) }),
  fc.record({ kind: fc.constant('signs-in' as const), who: fc.constantFrom<Who>('6001', '6003') }),
  fc.record({
    kind: fc.constant('agent' as const),
    who: fc.constantFrom<Who>('6001', '6003'),
    deed: fc.constantFrom(...Object.keys(deeds)),
    which: fc.nat(6),
  }),
  fc.record({
    kind: fc.constant('customer' as const),
    deed: fc.constantFrom(...Object.keys(customersDeeds)),
    which: fc.nat(6),
  }),
)

type Deed = typeof anyDeed extends fc.Arbitrary<infer T> ? T : never

async function perform({ platform, wires, signIn, customers }: Stage, deed: Deed): Promise<void> {
  if (deed.kind === 'writes') customers.chatCustomer().writesTo('Web chat', { says: 'Hi' })
  else if (deed.kind === 'signs-in') await signIn(deed.who)
  else if (deed.kind === 'agent') {
    const id = [...platform.chats.all.keys()][deed.which] ?? '1-1'
    await deeds[deed.deed]?.(wires[deed.who], deed.who, id)
  } else {
    const chat = customers.chats[deed.which]
    if (chat) customersDeeds[deed.deed]?.(chat)
  }
}

/** Nobody is in a chat that is over, each part is known to both sides, and only who waits stands in the row. */
function isSound({ platform }: Stage): void {
  const { all, live, waiting } = platform.chats
  for (const chat of all.values()) {
    const over = chat.phase === 'ended'
    expect(live.has(chat)).toBe(!over)
    if (over) expect(chat.shares).toEqual([])
    for (const share of chat.shares) expect(sharesOf(platform, share.agent)).toContain(share)
  }
  for (const { chat } of waiting) expect(chat.phase === 'queued' || chat.handingOn !== null).toBe(true)
  for (const agent of platform.agents.values())
    for (const share of sharesOf(platform, agent)) expect(share.chat.shares).toContain(share)
}

test.each(['together', 'apart'] as const)('in any order nothing is left open, calls and chats %s', async (how) => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDeed, { maxLength: 25 }), async (list) => {
      const on = await stage(how)
      for (const deed of list) {
        await perform(on, deed)
        isSound(on)
      }
      for (const chat of on.customers.chats) chat.leaves()
      for (const who of ['6001', '6003'] as const) await deeds.leave?.(on.wires[who], who, '')
      expect(on.platform.chats.live.size).toBe(0)
      expect(on.platform.chats.waiting).toEqual([])
      for (const chat of on.customers.chats) expect(chat.state).toBe('ended')
      on.platform.stop()
    }),
    { numRuns: 150 },
  )
})
