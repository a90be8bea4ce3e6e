// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { Inspection, Team } from '#contract'
import { partsOver } from '#support/desk-preview/show.ts'
import { agentIn, deskState } from '#support/desk-preview/state.ts'

const look = { language: 'en', theme: 'light' }
const rights = { inspect: true, monitor: true, pickUp: true, callOut: true }
const team: Team = { rights, inspection: null, listenedTo: null, messages: [], seen: [] }

const inspection: Inspection = {
  workNumber: '6001',
  name: 'Ann',
  kind: 'barge',
  stage: 'under-way',
  since: 1,
  canRelease: true,
}

test('what costs a customer something is asked first, and the question goes with its ground', async () => {
  const { parts, asked, tell } = await partsOver(deskState(look, { team: { ...team, inspection } }))
  const { teamVerbs } = parts
  await teamVerbs.takeOver()
  expect(teamVerbs.asking).toEqual({ what: 'take-over', whom: inspection })
  expect(asked.some(({ name }) => name === 'team.takeOver')).toBe(false)

  tell({ team })
  expect(teamVerbs.asking).toBeNull()
  tell({ team: { ...team, inspection } })
  await teamVerbs.release()
  await teamVerbs.confirm()
  expect(asked).toContainEqual({ name: 'team.release', input: undefined })
})

test('a refusal stands until it is read', async () => {
  const { parts, answer } = await partsOver(deskState(look, { team, agent: agentIn({ name: 'idle' }) }))
  answer('team.inspect', { ok: false, reason: 'refused', retcode: '900-003' })
  await parts.teamVerbs.inspect({ workNumber: '6001', name: 'Ann' }, 'listen')
  expect(parts.teamVerbs.refused).toMatchObject({ retcode: '900-003', verb: 'listen' })
  parts.teamVerbs.dismiss()
  expect(parts.teamVerbs.refused).toBeNull()
})
