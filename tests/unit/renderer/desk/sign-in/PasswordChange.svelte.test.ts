// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import { showDesk } from '#support/desk-preview/show.ts'

const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })

test('a password that must change is changed in place, and faults are told before asking', async () => {
  const { asked, answer } = await showDesk({ agent: { status: 'password-must-change', workNumber: '60020001' } })
  answer('agent.changePassword', { ok: false, reason: 'refused', retcode: '110-003' })
  const send = () => fireEvent.submit(screen.getByRole('form', { name: 'Change your password' }))

  await type('Current password', 'old password')
  await type('New password', '10002006')
  await type('New password, once more', '10002006')
  await send()
  expect(screen.getByText(/is the work number, forwards or backwards/)).toBeTruthy()
  expect(asked.some(({ name }) => name === 'agent.changePassword')).toBe(false)

  await type('New password', 'another one')
  await type('New password, once more', 'another one')
  await send()
  expect(asked).toContainEqual({ name: 'agent.changePassword', input: { old: 'old password', next: 'another one' } })
  expect(await screen.findByText(/The current password is wrong. Type it again. \(110-003\)/)).toBeTruthy()
})

test('a new password that is not let in says why at the form', async () => {
  const { answer, tell } = await showDesk({ agent: { status: 'password-must-change', workNumber: '6002' } })
  answer('agent.changePassword', { ok: true, signIn: { ok: false, reason: 'gateway-unreachable' } })

  await type('Current password', 'old password')
  await type('New password', 'another one')
  await type('New password, once more', 'another one')
  await fireEvent.submit(screen.getByRole('form', { name: 'Change your password' }))
  tell({ agent: { status: 'signed-out', why: 'asked' } })

  expect(await screen.findByText(/gateway cannot be reached/)).toBeTruthy()
})
