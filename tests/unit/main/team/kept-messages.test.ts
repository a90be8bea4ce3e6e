import { expect, test } from 'vitest'
import type { Message } from '#contract'
import { createTeam } from '#main/team/team.ts'
import type { TeamGateway } from '#main/team/team-gateway.ts'
import { agentIn } from '#support/desk-preview/state.ts'

const yes = () => Promise.resolve({ ok: true } as const)
const gateway: TeamGateway = {
  right: () => Promise.resolve(true),
  inspect: yes,
  turnTo: yes,
  takeOver: yes,
  stop: yes,
  release: yes,
  force: yes,
  monitored: () => Promise.resolve([]),
  beginMonitor: yes,
  endMonitor: yes,
  sendNote: yes,
  publish: yes,
}

/** Earshot started once: what was kept before is what it finds. */
function started(disk: Map<string, readonly Message[]>) {
  const team = createTeam({
    gateway,
    onChange: () => undefined,
    onVoice: () => undefined,
    notices: { add: () => undefined, settle: () => undefined },
    tells: () => true,
    kept: {
      of: (workNumber) => disk.get(workNumber) ?? [],
      keep: (workNumber, messages) => void disk.set(workNumber, messages),
    },
    now: () => 1,
  })
  return {
    signsIn: (workNumber: string) => team.agentChanged({ ...agentIn({ name: 'idle' }), workNumber }),
    hears: (text: string) => team.gatewayEvent({ type: 'note', at: 2, from: '6003', text }),
    texts: () => team.current().messages.map(({ text }) => text),
    seen: () => team.requests['team.messagesSeen'](undefined),
    unseen: () => team.current().messages.filter(({ seen }) => !seen).length,
  }
}

test('what came in the shift is there again after a restart, read as far as it was', () => {
  const disk = new Map<string, readonly Message[]>()
  const before = started(disk)
  before.signsIn('6001')
  before.hears('Lunch at 12')
  before.seen()
  before.hears('Lunch at 1')

  const after = started(disk)
  after.signsIn('6001')
  expect(after.texts()).toEqual(['Lunch at 1', 'Lunch at 12'])
  expect(after.unseen()).toBe(1)

  after.hears('No lunch')
  expect(new Set(disk.get('6001')?.map(({ id }) => id)).size).toBe(3)
})

test('another agent at this machine reads nothing of it, and takes nothing from it', () => {
  const disk = new Map<string, readonly Message[]>()
  const app = started(disk)
  app.signsIn('6001')
  app.hears('For 6001')
  app.signsIn('6002')
  expect(app.texts()).toEqual([])

  app.signsIn('6001')
  expect(app.texts()).toEqual(['For 6001'])
})
