// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/svelte'
import { tick } from 'svelte'
import { expect, test } from 'vitest'
import type { Agent, ProfileState } from '#contract'
import { showDesk } from '#support/desk-preview/show.ts'
import { deskState } from '#support/desk-preview/state.ts'

const { profile } = deskState({ language: 'en', theme: 'light' })
const out: Agent = { status: 'signed-out', why: 'never-signed-in' }
const remembered = {
  workNumber: '6002',
  softphoneNumber: '67470002',
  phone: 'softphone',
  otherNumber: '',
  passwords: true,
  gatewayPassword: true,
} as const
const show = (news: Partial<ProfileState> = {}, agent: Agent = out) =>
  showDesk({ agent, profile: { ...profile, ...news } })
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const submit = async () => {
  await fireEvent.submit(screen.getByRole('form', { name: 'Sign in' }))
  await tick()
}
const signIns = (asked: readonly { readonly name: string; readonly input: unknown }[]) =>
  asked.filter(({ name }) => name === 'agent.signIn').map(({ input }) => input)

test('what is typed is what main is asked', async () => {
  const { asked } = await show()

  await type('Work number', ' 6002 ')
  await type('Password', 'secret 1')
  await type('Softphone number', '67470002')
  await type('Softphone password', 'secret 2')
  await fireEvent.click(screen.getByLabelText('Remember passwords on this computer'))
  await submit()

  expect(signIns(asked)).toEqual([
    {
      workNumber: '6002',
      phone: 'softphone',
      password: 'secret 1',
      softphoneNumber: '67470002',
      softphonePassword: 'secret 2',
      remember: true,
      force: false,
      goIdle: true,
    },
  ])
})

test('a number that is missing is asked for in its place, and nothing is sent', async () => {
  const { asked } = await show()

  await type('Softphone number', '67470002')
  await submit()

  expect(document.activeElement).toBe(screen.getByLabelText('Work number'))
  expect(screen.getAllByText('Please fill this in.')).toHaveLength(1)
  expect(signIns(asked)).toEqual([])
})

test('what is remembered comes with the profile, and never over what was typed', async () => {
  const { tell } = await show()

  await type('Work number', '6009')
  tell({ profile: { ...profile, remembered } })

  expect((screen.getByLabelText('Work number') as HTMLInputElement).value).toBe('6009')
  expect((screen.getByLabelText('Softphone number') as HTMLInputElement).value).toBe('67470002')
})

test('without a gateway only the softphone signs in', async () => {
  const { asked } = await show({ current: { name: 'PBX', country: 'CN', gateway: false, video: false, host: 'pbx' } })

  expect(screen.queryByLabelText('Work number')).toBeNull()
  expect(screen.queryByLabelText('Password')).toBeNull()
  await type('Softphone number', '101')
  await type('Softphone password', 'x')
  await submit()

  expect(signIns(asked)).toMatchObject([{ workNumber: '', softphoneNumber: '101', softphonePassword: 'x' }])
})

test('saved passwords are used without being shown', async () => {
  const { asked } = await show({ remembered })

  expect(screen.getByText('Passwords saved')).toBeTruthy()
  expect(screen.queryByLabelText('Password')).toBeNull()
  await submit()

  expect(signIns(asked)[0]).toEqual({
    workNumber: '6002',
    phone: 'softphone',
    softphoneNumber: '67470002',
    remember: true,
    force: false,
    goIdle: true,
  })
})

test('saved passwords belong to the numbers they were saved for', async () => {
  await show({ remembered })

  await type('Work number', '6003')

  expect(screen.getByLabelText('Password')).toBeTruthy()
})

test('saved passwords are forgotten on request', async () => {
  const { asked, tell } = await show({ remembered })

  await fireEvent.click(screen.getByRole('button', { name: 'Forget' }))
  tell({ profile: { ...profile, remembered: { ...remembered, passwords: false } } })

  expect(asked).toContainEqual({ name: 'agent.forget', input: undefined })
  expect(screen.getByLabelText('Softphone password')).toBeTruthy()
  expect((screen.getByLabelText('Remember passwords on this computer') as HTMLInputElement).checked).toBe(false)
})

test('where the vault refuses, remembering is not offered and the reason is told', async () => {
  await show({ vaultRefusal: 'key-store-insecure' })

  expect((screen.getByLabelText('Remember passwords on this computer') as HTMLInputElement).disabled).toBe(true)
  expect(screen.getByText(/This system would keep passwords unencrypted/)).toBeTruthy()
})

test.each([
  ['wrong-credentials', '100-004', /work number or a password is wrong.*\(100-004\)/],
  ['softphone-number-out-of-range', '100-014', /not in the range.*\(100-014\)/],
  ['licence-full', '100-003', /all licences are in use.*\(100-003\)/],
  ['gateway-unreachable', undefined, /gateway cannot be reached/],
  ['refused', '000-004', /switching over to another site.*\(000-004\)/],
] as const)('%s is told with what to do', async (reason, retcode, sentence) => {
  const { answer } = await show({ remembered })
  answer('agent.signIn', { ok: false, reason, retcode })

  await submit()

  expect(await screen.findByText(sentence)).toBeTruthy()
})

test('signed in already: taking over is offered in place', async () => {
  const { answer, asked } = await show({ remembered })
  answer('agent.signIn', { ok: false, reason: 'already-signed-in', retcode: '100-002' })

  await submit()
  await fireEvent.click(await screen.findByRole('button', { name: 'Sign in here instead' }))

  expect(signIns(asked)).toMatchObject([{ force: false }, { force: true }])
})

test('nothing is asked twice while main is at it', async () => {
  const { answer, asked } = await show({ remembered })
  answer('agent.signIn', new Promise(() => undefined))

  await submit()
  await submit()

  expect(signIns(asked)).toHaveLength(1)
  expect(screen.getByRole('button', { name: 'Signing in…' }).getAttribute('aria-busy')).toBe('true')
})

test('being signed out elsewhere is told', async () => {
  await show({}, { status: 'signed-out', why: 'elsewhere' })

  expect(screen.getByText(/your work number was signed in somewhere else/)).toBeTruthy()
})

test('without a profile there is nothing to fill in but a file to choose', async () => {
  const { asked } = await show({ current: null, file: null })

  expect(screen.queryByRole('form')).toBeNull()
  await fireEvent.click(screen.getByRole('button', { name: 'Choose a file' }))

  expect(asked).toContainEqual({ name: 'profile.import', input: undefined })
})

test('a dropped profile is imported, and its faults are listed line by line', async () => {
  const { answer, asked } = await show({ current: null, file: null })
  answer('profile.importText', {
    ok: false,
    reason: 'invalid',
    problems: [
      { line: 3, path: 'sip.servers', problem: 'wrong-type', expected: 'a list' },
      { line: null, path: 'sip.domain', problem: 'missing' },
    ],
  })
  const drop = new Event('drop', { bubbles: true, cancelable: true })
  Object.assign(drop, { dataTransfer: { files: [{ text: async () => '{"name":1}' }] } })

  window.dispatchEvent(drop)

  const faults = await screen.findAllByRole('listitem')
  expect(asked).toContainEqual({ name: 'profile.importText', input: { text: '{"name":1}' } })
  expect(faults.map((fault) => fault.textContent)).toEqual([
    'Line 3: “sip.servers” is of the wrong kind; expected: a list.',
    '“sip.domain” is missing.',
  ])
})

test('the language changes under the fingers: what is typed and the focus stay', async () => {
  const { tell, desk } = await show()
  const field = screen.getByLabelText('Password') as HTMLInputElement
  field.focus()
  await type('Password', 'half typed')

  tell({ desktop: { ...desk.desktop, language: 'zh-CN' } })

  expect(screen.getByLabelText('密码')).toBe(field)
  expect(field.value).toBe('half typed')
  expect(document.activeElement).toBe(field)
  expect(document.documentElement.lang).toBe('zh-CN')
})

test('the language can be chosen before signing in', async () => {
  const { asked } = await show()

  await fireEvent.click(screen.getByRole('button', { name: '中文' }))

  expect(asked).toContainEqual({ name: 'settings.change', input: { language: 'zh-CN' } })
})

test('Caps Lock is told while a password is typed', async () => {
  await show()
  const press = new KeyboardEvent('keydown', { key: 'A', modifierCapsLock: true, bubbles: true })

  await fireEvent(screen.getByLabelText('Password'), press)

  expect(screen.getByText('Caps Lock is on.')).toBeTruthy()
})
