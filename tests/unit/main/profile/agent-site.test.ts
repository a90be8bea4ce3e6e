import { expect, test } from 'vitest'
import { agentSiteOf } from '#main/profile/agent-site.ts'
import { readProfile } from '#main/profile/read-profile.ts'
import { example } from './example.ts'

const lunch = { en: 'Lunch', 'zh-CN': '午餐' }
const nothingChosen = { autoAnswer: null, autoIdle: null }

function read(change: object) {
  return readProfile(JSON.stringify({ ...example, gateway: { ...example.gateway, ...change } }), null)
}

function profileWith(change: object) {
  const result = read(change)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.profile
}

test('a site’s reasons have a number and a name in both languages', () => {
  const profile = profileWith({ busyReasons: { 201: lunch }, restReasons: { 9: lunch } })

  expect(agentSiteOf(profile, nothingChosen).reasons).toEqual({
    busy: [{ number: 201, name: lunch }],
    rest: [{ number: 9, name: lunch }],
  })
})

test.each([
  ['a busy reason the platform does not know', { busyReasons: { 199: lunch } }],
  ['a rest reason that is no number', { restReasons: { lunch } }],
  ['a name in one language only', { restReasons: { 9: { en: 'Lunch' } } }],
])('%s is refused', (_, change) => {
  expect(read(change)).toMatchObject({ ok: false })
})

test('what the agent chose comes before what the profile says', () => {
  const profile = profileWith({ autoAnswer: true, wrapUp: true })
  expect(agentSiteOf(profile, nothingChosen)).toMatchObject({ autoAnswer: true, autoIdle: false })

  expect(agentSiteOf(profile, { autoAnswer: false, autoIdle: true })).toMatchObject({
    autoAnswer: false,
    autoIdle: true,
  })
})

test('limits are the profile’s', () => {
  const profile = profileWith({ wrapUpSeconds: 45, restApprovalSeconds: 30 })

  expect(agentSiteOf(profile, nothingChosen)).toMatchObject({ wrapUpSeconds: 45, restApprovalMs: 30_000 })
  expect(agentSiteOf(profileWith({}), nothingChosen)).not.toHaveProperty('wrapUpSeconds')
})
