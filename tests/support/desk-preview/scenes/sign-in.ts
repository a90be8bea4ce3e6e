import type { Agent, ProfileState } from '#contract'
import type { Scene } from '../scenes.ts'
import { deskState, type Look } from '../state.ts'

const out: Agent = { status: 'signed-out', why: 'never-signed-in' }
const withProfile = (look: Look, profile: Partial<ProfileState>, agent: Agent = out) => {
  const state = deskState(look)
  return { ...state, agent, profile: { ...state.profile, ...profile } }
}
const remembered = {
  workNumber: '6002',
  softphoneNumber: '67470002',
  phone: 'softphone',
  otherNumber: '',
  passwords: true,
  gatewayPassword: true,
} as const

const answer = (name: string, value: unknown) => [name, value] as const

export const signInScenes: readonly Scene[] = [
  {
    name: 'sign-in-other-phone',
    state: (look) =>
      withProfile(look, {
        remembered: { ...remembered, phone: 'other', otherNumber: '13800138000', gatewayPassword: false },
      }),
  },
  { name: 'sign-in', state: (look) => withProfile(look, {}) },
  { name: 'sign-in-saved', state: (look) => withProfile(look, { remembered }) },
  { name: 'sign-in-busy', state: (look) => withProfile(look, { remembered }, { status: 'signing-in' }) },
  {
    name: 'sign-in-elsewhere',
    state: (look) =>
      withProfile(look, { remembered, vaultRefusal: 'key-store-insecure' }, { status: 'signed-out', why: 'elsewhere' }),
  },
  {
    name: 'sign-in-already',
    state: (look) => withProfile(look, { remembered }),
    act: async (page) => {
      const [name, value] = answer('agent.signIn', { ok: false, reason: 'already-signed-in', retcode: '100-002' })
      await page.evaluate(
        ([key, given]) => Object.assign(window.pretend.answers, { [String(key)]: given }),
        [name, value],
      )
      await page.locator('button[type=submit]').click()
    },
  },
  { name: 'sign-in-no-profile', state: (look) => withProfile(look, { current: null, file: null }) },
  {
    name: 'sign-in-bad-profile',
    state: (look) =>
      withProfile(look, {
        current: null,
        problems: [
          { line: 4, path: 'sip.servers', problem: 'wrong-type', expected: '[ … ]' },
          { line: 9, path: 'sip.registerSecond', problem: 'unknown-key' },
          { line: null, path: 'sip.domain', problem: 'missing' },
        ],
      }),
  },
  {
    name: 'sign-in-softphone-only',
    state: (look) =>
      withProfile(look, {
        current: { name: 'Asterisk', country: 'CN', gateway: false, video: false, host: 'pbx.example.com' },
      }),
  },
  { name: 'sign-in-small', width: 512, height: 320, state: (look) => withProfile(look, { remembered }) },
  {
    name: 'password-change',
    state: (look) => withProfile(look, {}, { status: 'password-must-change', workNumber: '6002' }),
  },
]
