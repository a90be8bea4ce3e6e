import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forceBusy, forceDropCall, forceIdle } from '#simulator/platform/agents/forced.ts'
import { closeSession } from '#simulator/platform/agents/session.ts'
import { rest, sayBusy, sayFree, work } from '#simulator/platform/agents/state-commands.ts'
import { callInside } from '#simulator/platform/calls/inside/call-inside.ts'
import { askForHelp } from '#simulator/platform/calls/inside/help.ts'
import { agentHangsUp, partyLeaves } from '#simulator/platform/calls/leaving.ts'
import { notAnswered, reject } from '#simulator/platform/calls/not-taken.ts'
import { callOut, mayBegin } from '#simulator/platform/calls/outgoing.ts'
import { arrive } from '#simulator/platform/calls/queue.ts'
import { joinHeld } from '#simulator/platform/calls/several/conference.ts'
import { hold, makeRoom, retrieve, swap } from '#simulator/platform/calls/several/hold.ts'
import { disconnect } from '#simulator/platform/calls/several/parties.ts'
import { pickUp } from '#simulator/platform/calls/several/pick-up.ts'
import { currentShare, howMany, isConnected, othersOf } from '#simulator/platform/calls/shares.ts'
import { beginTalking } from '#simulator/platform/calls/talk.ts'
import { cancelTransfer, transfer } from '#simulator/platform/calls/transfer/transfer.ts'
import type { Agent, Party, Share } from '#simulator/platform/model.ts'
import { defaultQueues } from '#simulator/platform/population.ts'
import { party, type Stage, signIn, stage } from './any-order-stage.ts'

const asked = (agent: Agent) => agent.shares.find(({ state }) => state === 'ringing')
const own = (agent: Agent) => currentShare(agent)
const mayDrop = (share: Share) => isConnected(share) || share.state === 'dialling'
const other = ({ agents }: Stage, agent: Agent) => agents[(agents.indexOf(agent) + 1) % agents.length] as Agent

function transfers(on: Stage, agent: Agent, deviceType: number, mode: number, address: string): string {
  const wish = { deviceType, mode, address, data: '', holdCustomer: true }
  return transfer(on.platform, agent, wish)
}

function helps(on: Stage, agent: Agent, mode: 'two-party' | 'three-party'): unknown {
  const share = own(agent)
  const may = share?.state === 'talking' && [0, 7].includes(share.feature) && share.part === 'main'
  if (!share || !may || share.call.under || othersOf(share).length !== 1) return
  return askForHelp(on.platform, share, { to: other(on, agent), mode, data: '', holdCustomer: true })
}

function answers({ platform }: Stage, agent: Agent): void {
  const share = asked(agent)
  if (share && makeRoom(platform, agent)) beginTalking(platform, share)
}

/** Everything that can happen to an agent, whether it makes sense at that moment or not. */
const deeds: Readonly<Record<string, (on: Stage, agent: Agent) => unknown>> = {
  'signs in': (on, agent) => signIn(on, agent, true),
  'signs in always off-hook': (on, agent) => signIn(on, agent, false),
  'signs out': ({ platform }, agent) => closeSession(platform, agent, 'asked'),
  'is called': ({ platform, parties }) => arrive(platform, defaultQueues[0] as never, party(parties, '2')),
  'oldest customer leaves': ({ platform, parties }) => parties[0] && partyLeaves(platform, parties.shift() as Party),
  'newest customer leaves': ({ platform, parties }) => parties[0] && partyLeaves(platform, parties.pop() as Party),
  'own customer leaves': ({ platform }, agent) =>
    own(agent)?.call.parties[0] && partyLeaves(platform, own(agent)?.call.parties[0] as Party),
  answers,
  rejects: ({ platform }, agent) => asked(agent) && reject(platform, asked(agent) as Share, 1),
  refuses: ({ platform }, agent) => asked(agent) && reject(platform, asked(agent) as Share, 2),
  'is too late': ({ platform }, agent) => asked(agent) && notAnswered(platform, asked(agent) as Share),
  'hangs up': ({ platform }, agent) => {
    const share = own(agent)
    if (share && mayDrop(share)) agentHangsUp(platform, share)
  },
  'drops the oldest call': ({ platform }, agent) => {
    const share = agent.shares.find(mayDrop)
    if (share) agentHangsUp(platform, share)
  },
  'hangs up the phone': ({ sip }) => sip.legs.at(-1)?.phoneHangsUp(),
  dials: ({ platform }, agent) => mayBegin(agent) && callOut(platform, agent, { called: '1', caller: '', data: '' }),
  'dials somebody who is out': ({ platform }, agent) =>
    mayBegin(agent) && callOut(platform, agent, { called: '3', caller: '', data: '' }),
  'calls a colleague': (on, agent) =>
    mayBegin(agent) && callInside(on.platform, { from: agent, to: other(on, agent), data: '' }),
  holds: ({ platform }, agent) => hold(platform, agent),
  retrieves: ({ platform }, agent) => retrieve(platform, agent, null),
  swaps: ({ platform }, agent) => swap(platform, agent, agent.shares[0]?.callId ?? ''),
  joins: ({ platform }, agent) => joinHeld(platform, agent, agent.shares[0]?.callId ?? '', ''),
  'asks a colleague': (on, agent) => helps(on, agent, 'two-party'),
  'brings a colleague in': (on, agent) => helps(on, agent, 'three-party'),
  'sends somebody away': ({ platform }, agent) => {
    const share = own(agent)
    return share && disconnect(platform, agent, othersOf(share).at(-1) ?? '1')
  },
  'hands over to a queue': (on, agent) => transfers(on, agent, 1, 0, '2'),
  'hands over to a colleague': (on, agent) => transfers(on, agent, 2, 0, other(on, agent).workNumber),
  'hands over to an IVR': (on, agent) => transfers(on, agent, 3, 0, '9001'),
  'suspends into an IVR': (on, agent) => transfers(on, agent, 3, 1, '9001'),
  'hands over outside': (on, agent) => transfers(on, agent, 5, 1, '11'),
  'watches a queue': (on, agent) => transfers(on, agent, 1, 2, '1'),
  'watches a colleague': (on, agent) => transfers(on, agent, 2, 2, other(on, agent).workNumber),
  'watches somebody outside': (on, agent) => transfers(on, agent, 5, 2, '12'),
  'watches somebody who is out': (on, agent) => transfers(on, agent, 5, 2, '3'),
  'talks to somebody outside': (on, agent) => transfers(on, agent, 5, 3, '13'),
  'brings somebody in': (on, agent) => transfers(on, agent, 5, 4, '14'),
  'takes back': ({ platform }, agent) => cancelTransfer(platform, agent),
  'picks up a call': (on, agent) => pickUp(on.platform, agent, other(on, agent)),
  'is free': ({ platform }, agent) => agent.session && sayFree(platform, agent),
  'is busy': ({ platform }, agent) => agent.session && sayBusy(platform, agent, 200, true),
  rests: ({ platform }, agent) => agent.session && rest(platform, agent, 60, 0, true),
  works: ({ platform }, agent) => agent.session && work(platform, agent),
  'is made busy': ({ platform }, agent) => forceBusy(platform, agent),
  'is made idle': ({ platform }, agent) => forceIdle(platform, agent),
  'loses the call': ({ platform }, agent) => forceDropCall(platform, agent),
  'phone refuses from now on': ({ sip }) => {
    sip.habit = 'refuses'
  },
  'phone takes from now on': ({ sip }) => {
    sip.habit = 'takes'
  },
}

type Say = (holds: boolean, what: string) => unknown

function impossibleOf(agent: Agent, say: Say): void {
  const { workNumber, shares, session, state, leg } = agent
  const states = shares.map((share) => share.state).join(', ')
  say(shares.length > 0 === (state.name === 'talking'), `${workNumber} is ${state.name} with calls: ${states}`)
  say((session === null) === (state.name === 'signed-out'), `${workNumber} is ${state.name} without a session`)
  say(session !== null || leg === null, 'a leg to an agent who is signed out')
  const onTheLeg = shares.filter((share) => ['talking', 'dialling', 'away'].includes(share.state))
  say(onTheLeg.length <= 1, `${workNumber} has several calls on the leg: ${states}`)
  for (const share of shares) {
    say(share.call.shares.includes(share), 'a part in a call that does not know it')
    say(share.call.phase !== 'ended', `${workNumber} is ${share.state} in a call that is over`)
    say(share.state !== 'talking' || leg?.up === true, 'talking without a phone')
    const alone = isConnected(share) && howMany(share.call) < 2
    say(!alone, `${workNumber} is ${share.state} alone in ${share.call.feature}`)
  }
}

/** What can never be. */
function impossible({ platform, agents }: Stage): string[] {
  const wrong: string[] = []
  const say: Say = (holds, what) => holds || wrong.push(what)
  for (const agent of agents) impossibleOf(agent, say)
  for (const call of platform.live) {
    say(call.parties.length + call.shares.length > 0, `nobody is in a live call that is ${call.phase}`)
    for (const end of call.room.ends) {
      const places = [...platform.live].filter(({ room }) => room.ends.includes(end)).length
      say(places === 1, 'somebody is in several rooms')
    }
    for (const { agent, state } of call.shares) {
      const inside = agent.leg !== null && call.room.ends.includes(agent.leg.line.end)
      say(inside === (state === 'talking'), `${agent.workNumber} is ${state}, in the room: ${inside}`)
    }
    const waits = platform.waiting.some((one) => one.call === call)
    say(!(call.phase === 'queued') || waits, 'a queued call is in no queue')
  }
  const idle = agents.filter(({ state, session }) => state.name === 'idle' && session)
  say(idle.length === 0 || platform.waiting.length === 0, 'somebody waits while somebody is idle')
  return wrong
}

test('whatever happens in whatever order, nothing impossible comes of it', async () => {
  const usual = [
    'signs in',
    'is called',
    'is called',
    'answers',
    'answers',
    'is free',
    'is made idle',
    'holds',
    'dials',
  ]
  const deed = fc.tuple(fc.constantFrom(...Object.keys(deeds), ...usual, ...usual, ...usual), fc.nat({ max: 2 }))
  const site = fc.constantFrom('never' as const, 'while-held' as const, 'while-talking' as const)
  await fc.assert(
    fc.asyncProperty(
      site,
      fc.array(deed, { minLength: 10, maxLength: 60, size: 'max' }),
      async (callWaiting, story) => {
        const on = stage(callWaiting)
        for (const agent of on.agents) signIn(on, agent, true)
        for (const [name, who] of story) {
          deeds[name]?.(on, on.agents[who] as Agent)
          await setImmediate()
          await setImmediate()
          await setImmediate()
          expect(impossible(on), `after ${name}`).toEqual([])
        }
        for (const agent of on.agents) closeSession(on.platform, agent, 'asked')
        for (const one of on.parties) partyLeaves(on.platform, one)
        for (let n = 0; n < 5; n += 1) await setImmediate()
        expect({ live: on.platform.live.size, rooms: on.platform.exchange.busy }).toEqual({ live: 0, rooms: 0 })
        on.platform.stop()
      },
    ),
    { numRuns: 400 },
  )
}, 60_000)
