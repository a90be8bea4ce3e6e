// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import type { ProfileState } from '#contract'
import { showDesk } from '#support/desk-preview/show.ts'
import { deskState } from '#support/desk-preview/state.ts'

const { profile } = deskState({ language: 'en', theme: 'light' })
const show = (change: Partial<ProfileState['remembered']> = {}, current = profile.current) =>
  showDesk({
    agent: { status: 'signed-out', why: 'never-signed-in' },
    profile: { ...profile, current, remembered: { ...profile.remembered, workNumber: '6002', ...change } },
  })
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const submit = () => fireEvent.submit(screen.getByRole('form', { name: 'Sign in' }))
const signIns = (asked: readonly { readonly name: string; readonly input?: unknown }[]) =>
  asked.filter(({ name }) => name === 'agent.signIn').map(({ input }) => input)

test('another phone is asked for its number, and for no softphone', async () => {
  const { asked } = await show()

  await fireEvent.click(screen.getByRole('button', { name: 'Another phone' }))
  expect(screen.queryByLabelText('Softphone number')).toBeNull()
  expect(screen.queryByLabelText('Softphone password')).toBeNull()
  await type('Password', 'secret 1')
  await type('Number of the phone', '138 0013-8000')
  await submit()

  expect(signIns(asked)).toEqual([
    {
      workNumber: '6002',
      phone: 'other',
      password: 'secret 1',
      softphoneNumber: '13800138000',
      remember: false,
      force: false,
      goIdle: true,
    },
  ])
})

test('a number that cannot be dialled is no number', async () => {
  const { asked } = await show({ phone: 'other' })

  await type('Number of the phone', 'my mobile')
  await submit()

  expect(document.activeElement).toBe(screen.getByLabelText('Number of the phone'))
  expect(signIns(asked)).toEqual([])
})

test('the last choice is remembered, and its password is all that is needed', async () => {
  const { asked } = await show({ phone: 'other', otherNumber: '13800138000', gatewayPassword: true })

  expect(screen.queryByLabelText('Password')).toBeNull()
  await submit()

  expect(signIns(asked)).toMatchObject([{ phone: 'other', softphoneNumber: '13800138000', remember: true }])
})

test('without a gateway there is nobody to ring another phone', async () => {
  await show(
    { phone: 'other' },
    { name: 'Softphones', country: 'CN', gateway: false, video: false, host: 'sip.example.com' },
  )

  expect(screen.queryByRole('button', { name: 'Another phone' })).toBeNull()
  expect(screen.getByLabelText('Softphone number')).toBeTruthy()
})
