import type { Call } from '#contract'
import { othersOf } from '#simulator/platform/calls/shares.ts'
import type { Agent, Share, ShareState } from '#simulator/platform/model.ts'
import type { Desk } from './desk.ts'

const PHASES: { readonly [S in ShareState]: readonly Call['phase']['name'][] } = {
  offering: ['arriving', 'ringing'],
  ringing: ['ringing'],
  dialling: ['dialling'],
  talking: ['talking'],
  held: ['held'],
  away: ['held'],
}

const sorted = (numbers: readonly string[]) => [...new Set(numbers.map((number) => number.replace(/^a/, '')))].sort()

/** One part of the agent's as the windows would show it. */
function truthOf(share: Share): string {
  const muted = share.state === 'talking' && share.muted ? ' muted' : ''
  const with_ = share.state === 'talking' ? ` with ${sorted(othersOf(share)).join(' ')}` : ''
  return `${PHASES[share.state].at(-1)}${muted}${with_}`
}

/** A mute that the platform refused holds here alone. */
function shownOf({ phase, parties }: Call, platformMutes: boolean): string {
  const muted = phase.name === 'talking' && phase.muted && platformMutes ? ' muted' : ''
  const with_ = phase.name === 'talking' ? ` with ${sorted(parties.map(({ number }) => number)).join(' ')}` : ''
  return `${phase.name}${muted}${with_}`
}

/** A three-party consult rings beside a call that the platform has one part for (spec/ccgateway.md 8.4). */
function isExtra({ part, phase }: Call, agent: Agent): boolean {
  const helping = agent.shares.some(({ call }) => call.under?.kind === 'help')
  return part === 'consult' && phase.name === 'dialling' && helping
}

/** What the desk shows and what the platform holds true, to be compared. */
export function accounts({ agent, calls, line }: Desk, people: boolean) {
  const inShort = (text: string) => (people ? text : (text.split(' ')[0] ?? ''))
  const { list } = calls.current()
  const live = list.filter((call) => call.phase.name !== 'ended' && !isExtra(call, agent))
  const told = agent.shares.filter(({ state }) => state !== 'offering')
  const mutes = told.some(({ state, muted }) => state === 'talking' && muted)
  const talking = live.find(({ phase }) => phase.name === 'talking')
  // While something is asked the microphone may be closed; that it is answered, or given up on, is tried elsewhere.
  const quiet = live.every(({ pending }) => pending === undefined)
  const open = talking?.phase.name === 'talking' && !talking.phase.muted && agent.leg?.up === true
  return {
    shown: {
      calls: live
        .filter(({ phase }) => phase.name !== 'arriving')
        .map((call) => inShort(shownOf(call, mutes)))
        .sort(),
      microphone: quiet && line().microphoneFor !== null,
    },
    true: { calls: told.map((share) => inShort(truthOf(share))).sort(), microphone: quiet && open },
  }
}
