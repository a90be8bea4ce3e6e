import { expect, test, vi } from 'vitest'
import type { CommandResult, NoticeKind, Team } from '#contract'
import type { GatewayFact } from '#main/gateway/event.ts'
import { createTeam, type Voice } from '#main/team/team.ts'
import type { TeamGateway } from '#main/team/team-gateway.ts'
import { agentIn } from '#support/desk-preview/state.ts'

const yes: CommandResult = { ok: true }
const refused: CommandResult = { ok: false, reason: 'refused', retcode: '900-005' }

/** A gateway that says yes to everything, and what it was asked. */
function fakeGateway(answer: () => CommandResult) {
  const asked: string[] = []
  const note =
    (name: string) =>
    async (...of: unknown[]): Promise<CommandResult> => {
      asked.push([name, ...of].map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(' '))
      return answer()
    }
  const gateway: TeamGateway = {
    right: async () => true,
    inspect: note('inspect'),
    turnTo: note('turn'),
    takeOver: note('take-over'),
    stop: note('stop'),
    release: note('release'),
    force: note('force'),
    monitored: async () => ['6009'],
    beginMonitor: note('begin'),
    endMonitor: note('end'),
    sendNote: note('note'),
    publish: note('publish'),
  }
  return { asked, gateway }
}

async function teamOf({ tells = true, rights = true } = {}) {
  let answer = yes
  const { asked, gateway } = fakeGateway(() => answer)
  const voices: Voice[] = []
  const notices: NoticeKind[] = []
  const told: Team[] = []
  const team = createTeam({
    gateway: { ...gateway, right: async () => rights },
    onChange: (now) => void told.push(now),
    onVoice: (voice) => void voices.push(voice),
    notices: { add: (kind) => void notices.push(kind), settle: () => undefined },
    tells: () => tells,
    now: () => 5_000,
  })
  team.agentChanged(agentIn({ name: 'idle' }))
  await new Promise((resolve) => setImmediate(resolve))
  const hears = (fact: GatewayFact) => team.gatewayEvent({ ...fact, at: 6_000 })
  return { team, asked, voices, notices, hears, refuses: () => (answer = refused) }
}

const ALICE = { workNumber: '6001', name: 'Alice' }

async function listening() {
  const lead = await teamOf()
  await lead.team.requests['team.inspect']({ ...ALICE, kind: 'listen' })
  lead.hears({ type: 'phone-alerting' })
  lead.hears({ type: 'phone-offhook' })
  return lead
}

test('a team lead listens, whispers and stops, and the calls hear of each step', async () => {
  const { team, asked, voices, hears } = await listening()
  await team.requests['team.turnTo']({ kind: 'whisper' })
  expect(team.current().inspection).toMatchObject({ kind: 'whisper', stage: 'under-way', canRelease: false })
  await team.requests['team.stop'](undefined)
  hears({ type: 'phone-release' })

  expect(asked).toEqual(['inspect 6001 listen', 'turn 6001 listen whisper', 'stop 6001 whisper'])
  expect(voices).toEqual(['listening', 'speaking', 'listening', 'none'])
  expect(team.current().inspection).toBeNull()
})

test('a refused inspection leaves nothing behind', async () => {
  const { team, voices, refuses } = await teamOf()
  refuses()
  expect(await team.requests['team.inspect']({ ...ALICE, kind: 'barge' })).toEqual(refused)
  expect(team.current().inspection).toBeNull()
  expect(voices).toEqual(['listening', 'none'])
})

test('one thing at a time: a second wish waits for the first', async () => {
  const { team, asked } = await listening()
  const first = team.requests['team.turnTo']({ kind: 'whisper' })
  expect(await team.requests['team.takeOver'](undefined)).toEqual({ ok: false, reason: 'not-possible-now' })
  await first
  expect(asked).not.toContain('take-over 6001')
})

test('what was accepted and never came may be asked again', async () => {
  const { team } = await listening()
  vi.useFakeTimers()
  try {
    await team.requests['team.stop'](undefined)
    expect(team.current().inspection?.pending).toBe('stop')
    vi.advanceTimersByTime(5_000)
    expect(team.current().inspection?.pending).toBeUndefined()
  } finally {
    vi.useRealTimers()
  }
})

test('a conversation is released by the id that the platform has named', async () => {
  const { team, asked, hears } = await listening()
  expect(await team.requests['team.release'](undefined)).toMatchObject({ ok: false })
  hears({ type: 'talking', callId: '1-7', caller: '1', called: '2', feature: 0, part: 'main' })
  await team.requests['team.release'](undefined)
  expect(asked.at(-1)).toBe('release 1-7')
})

test('without the right nothing is sent', async () => {
  const { team, asked } = await teamOf({ rights: false })
  await team.requests['team.inspect']({ ...ALICE, kind: 'listen' })
  await team.requests['team.force']({ workNumber: '6001', to: { state: 'busy' } })
  await team.requests['team.sendNote']({ to: ['6001'], text: 'x' })
  await team.requests['team.monitor']({ workNumbers: ['6001'] })
  expect(asked).toEqual([])
})

test('who is listened to is told, unless the site says otherwise', async () => {
  for (const tells of [true, false]) {
    const { team, hears } = await teamOf({ tells })
    hears({ type: 'inspection', how: 'insert', by: '6003' })
    expect(team.current().listenedTo).toEqual(tells ? { how: 'barge', by: '6003', since: 6_000 } : null)
    hears({ type: 'inspection-over' })
    expect(team.current().listenedTo).toBeNull()
  }
})

test('notes and bulletins are listed, told of, and read', async () => {
  const { team, notices, hears } = await teamOf()
  hears({ type: 'note', from: '6003', fromName: 'Carlos', text: '午餐' })
  hears({ type: 'bulletin' })
  expect(team.current().messages).toMatchObject([
    { kind: 'bulletin', seen: false },
    { kind: 'note', fromName: 'Carlos', text: '午餐', seen: false },
  ])
  expect(notices).toEqual([{ kind: 'note-came', from: 'Carlos' }, { kind: 'bulletin-came' }])

  team.requests['team.messagesSeen'](undefined)
  expect(team.current().messages.every(({ seen }) => seen)).toBe(true)
  team.agentChanged({ ...agentIn({ name: 'idle' }), workNumber: '6099' })
  expect(team.current().messages).toEqual([])
})

test('the platform monitors those who are on the board, and nobody twice', async () => {
  const { team, asked, hears } = await teamOf()
  await team.requests['team.monitor']({ workNumbers: ['6001', '6002'] })
  await team.requests['team.monitor']({ workNumbers: ['6001', '6002'] })
  expect(asked).toEqual(['begin ["6001","6002"]', 'end ["6009"]'])
  hears({ type: 'watched-agent', workNumber: '6001', present: false })
  expect(team.current().seen).toEqual([{ workNumber: '6001', present: false, at: 6_000 }])
})
