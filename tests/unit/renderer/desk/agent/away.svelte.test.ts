// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/svelte'
import { beforeAll, expect, test } from 'vitest'
import type { AgentState } from '#contract'
import { commandsNow } from '#renderer/desk/commands.ts'
import { found } from '#renderer/desk/keys/palette.ts'
import { loadSignedIn } from '#renderer/desk/workplace/signed-in.ts'
import { partsOver, showDesk } from '#support/desk-preview/show.ts'
import { agentIn, callOf, dayOf, deskState } from '#support/desk-preview/state.ts'

const lunch = { number: 201, name: { en: 'Lunch', 'zh-CN': '午餐' } }
const reasons = { busy: [lunch], rest: [lunch] }
const agentAt = (state: AgentState) => ({ ...agentIn(state), reasons })
const soon = () => Date.now() + 301_500

// The first desk of a file waits for its parts to be read; a rest is not to run out meanwhile.
beforeAll(async () => void (await loadSignedIn()))
const talking = { list: [callOf({ phase: { name: 'talking', since: 1, muted: false } })], missed: [] }

test('a rest counts down and can be extended', async () => {
  const { asked } = await showDesk({ agent: agentAt({ name: 'rest', since: 1, until: soon(), reason: 201 }) })

  expect(screen.getByRole('timer', { name: 'Time left of this rest' }).textContent).toMatch(/^05:0\d left$/)
  await fireEvent.click(screen.getByRole('button', { name: 'Extend the rest by 5 min' }))

  expect(asked).toContainEqual({ name: 'agent.extend', input: { seconds: 300 } })
})

test('a rest that is over says by how much', async () => {
  await showDesk({ agent: agentAt({ name: 'rest', since: 1, until: Date.now() - 125_500 }) })

  expect(screen.getByRole('timer', { name: 'Time left of this rest' }).textContent).toMatch(/^over by 02:0\d$/)
})

test('a wrap-up with a limit counts down, and more time can be taken', async () => {
  const { asked } = await showDesk({ agent: agentAt({ name: 'wrap-up', since: 1, until: soon() }) })

  await fireEvent.click(screen.getByRole('button', { name: 'Take more time' }))

  expect(asked.map(({ name }) => name)).toContain('agent.extend')
})

test('the next state is told during the call, and taken back', async () => {
  const next = { state: 'rest', seconds: 900, reason: 201 } as const
  const { asked } = await showDesk({ agent: agentAt({ name: 'talking', since: 1, next }), calls: talking })

  await fireEvent.click(screen.getByRole('button', { name: 'Take back: Then rest 15 min: Lunch' }))

  expect(asked).toContainEqual({ name: 'agent.withdraw', input: undefined })
})

test('queues are chosen in a dialog', async () => {
  const { asked } = await showDesk({ agent: agentAt({ name: 'idle', since: 1 }) })

  await fireEvent.click(screen.getByRole('button', { name: 'Change queues' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Queues you take calls from' }))
  await fireEvent.click(dialog.getByLabelText('Billing 账单'))
  await fireEvent.click(dialog.getByRole('button', { name: 'Change' }))

  expect(asked).toContainEqual({ name: 'agent.setSkills', input: { skillIds: [2] } })
})

test('the switches are those the gateway has accepted', async () => {
  const { asked, parts } = await showDesk({ agent: { ...agentAt({ name: 'idle', since: 1 }), autoAnswer: true } })
  parts.screen.show('settings')

  const answer = (await screen.findByLabelText('Answer calls automatically')) as HTMLInputElement
  expect(answer.checked).toBe(true)
  await fireEvent.click(answer)

  expect(asked).toContainEqual({ name: 'agent.setAutoAnswer', input: { on: false } })
})

test('the day is told in figures and nothing that ticks', async () => {
  await showDesk({ day: dayOf({ calls: 2, missed: 1, talkMs: 600_000 }) })

  const day = within(screen.getByRole('region', { name: /^Today/ }))

  expect(day.getByText('Talk time').nextElementSibling?.textContent).toBe('10 min')
  expect(day.getByText('Average').nextElementSibling?.textContent).toBe('5 min')
  expect(day.queryByRole('timer')).toBeNull()
})

test.each([
  ['午餐 15', 'Rest 15 min: Lunch', { state: 'rest', seconds: 900, reason: 201 }],
  ['busy lunch', 'Go busy: Lunch', { state: 'busy', reason: 201 }],
  ['rest 25', 'Rest 25 min', { state: 'rest', seconds: 1_500 }],
])('the palette understands “%s”', async (text, title, input) => {
  const agent = agentAt({ name: 'idle', since: 1 })
  const { parts, asked } = await partsOver(deskState({ language: 'en', theme: 'light' }, { agent }))

  const [command] = found(commandsNow(parts, agent, text), text)
  expect(command?.title).toBe(title)
  await command?.run()

  expect(asked).toContainEqual({ name: 'agent.goTo', input })
})

test('a sign-out the platform refuses for a call is asked about, and then forced', async () => {
  const { parts, asked, answer } = await partsOver(deskState({ language: 'en', theme: 'light' }))
  answer('agent.signOut', { ok: false, reason: 'refused', retcode: '100-010' })

  await parts.presence.signOut()
  expect(parts.presence.asking).toBe('sign-out-in-call')
  await parts.presence.signOut()

  expect(asked.at(-1)).toEqual({ name: 'agent.signOut', input: { force: true } })
})
