import { beforeEach, expect, test, vi } from 'vitest'
import type { Agent } from '#contract'
import { accepted, input, lineAt, registered, signIn, startAgent } from '#support/agent.ts'

/** Everything that waits for nothing but its turn has had it. */
const settled = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
})

test('a sign-in registers the line and starts busy', async () => {
  const { agent, said } = startAgent()

  expect(await signIn(agent)).toEqual({ ok: true, remembered: true })

  expect(said).toEqual(['login', 'register'])
  expect(agent.current()).toMatchObject({ status: 'signed-in', state: { name: 'busy' } })
})

test('secrets are kept only when the line has proved them right', async () => {
  const { agent, kept } = startAgent()
  await signIn(agent)
  expect(kept.size).toBe(0)

  agent.lineChanged(registered)
  await settled()

  expect(kept).toEqual(
    new Map([
      ['gateway-password', 'Gate-1'],
      ['softphone-password', 'Phone-1'],
    ]),
  )
})

test('signing in without “remember” forgets what was kept', async () => {
  const { agent, kept } = startAgent()
  kept.set('gateway-password', 'old')
  await signIn(agent, { remember: false })

  agent.lineChanged(registered)
  await settled()

  expect(kept.size).toBe(0)
})

test('a key store that is locked keeps what it has: nobody was asked whether to forget it', async () => {
  const { agent, kept } = startAgent(accepted, 'key-store-locked')
  kept.set('gateway-password', 'old')
  await signIn(agent, { remember: false })

  agent.lineChanged(registered)
  await settled()

  expect(kept.get('gateway-password')).toBe('old')
})

test('passwords that are not typed come from the vault, and without them the agent is asked', async () => {
  const { agent, kept, said } = startAgent()
  const { password: _, softphonePassword: __, ...bare } = input
  expect(await agent.requests['agent.signIn'](bare)).toEqual({ ok: false, reason: 'no-password' })

  kept.set('gateway-password', 'a').set('softphone-password', 'b')
  expect(await agent.requests['agent.signIn'](bare)).toMatchObject({ ok: true })
  expect(said).toContain('login')
})

test('a refusal is told as it is and leaves the agent signed out', async () => {
  const { agent } = startAgent({ ok: false, reason: 'already-signed-in', retcode: '100-002' })

  expect(await signIn(agent)).toEqual({ ok: false, reason: 'already-signed-in', retcode: '100-002' })
  expect(agent.current().status).toBe('signed-out')
})

test('the wish to go idle is carried out once the line is registered', async () => {
  const { agent, said } = startAgent()
  await signIn(agent, { goIdle: true })
  expect(said).not.toContain('idle')

  agent.lineChanged(registered)

  expect(said).toContain('idle')
})

test('idle asked for before the line is there waits for it', async () => {
  const { agent, said } = startAgent()
  await signIn(agent)

  expect(await agent.requests['agent.goTo']({ state: 'idle' })).toEqual({ ok: true })
  expect(said).not.toContain('idle')
  agent.lineChanged(registered)

  expect(said).toContain('idle')
})

test('what the agent chooses by hand is not undone by an old wish', async () => {
  const { agent, said } = startAgent()
  await signIn(agent, { goIdle: true })
  await agent.requests['agent.goTo']({ state: 'busy' })

  agent.lineChanged(registered)

  expect(said).not.toContain('idle')
})

test('an account without voice is signed out again', async () => {
  const { agent, said } = startAgent({ ...accepted, voice: false })

  expect(await signIn(agent)).toEqual({ ok: false, reason: 'no-voice' })
  expect(said).toEqual(['login', 'logout'])
})

test('a password that must be changed comes before everything else', async () => {
  const { agent, said } = startAgent({ ...accepted, mustChangePassword: true })
  await signIn(agent)
  expect(agent.current()).toEqual({ status: 'password-must-change', workNumber: '6002' })
  expect(said).not.toContain('register')

  const changed = await agent.requests['agent.changePassword']({ old: 'Gate-1', next: 'Gate-2' })

  expect(changed).toEqual({ ok: true, signIn: { ok: true, remembered: true } })
  expect(said).toEqual(['login', 'logout', 'drop', 'unregister', 'login'])
})

test('a password that is changed and then not let in is told as both', async () => {
  const { agent, gateway } = startAgent({ ...accepted, mustChangePassword: true })
  await signIn(agent)
  gateway.signIn = () => Promise.resolve({ ok: false, reason: 'gateway-unreachable' })

  expect(await agent.requests['agent.changePassword']({ old: 'Gate-1', next: 'Gate-2' })).toEqual({
    ok: true,
    signIn: { ok: false, reason: 'gateway-unreachable' },
  })
  expect(agent.current().status).toBe('signed-out')
})

test('signing out while a softphone registers waits for nothing', async () => {
  const { agent } = startAgent('softphone-only')
  const result = signIn(agent, { workNumber: '' })
  await settled()

  await agent.requests['agent.signOut']({ force: true })

  expect(await result).toMatchObject({ ok: false })
  expect(agent.current()).toEqual({ status: 'signed-out', why: 'asked' })
})

test('rest reasons come from the gateway where the profile names none', async () => {
  const { agent, gateway } = startAgent()
  const lunch = { number: 201, name: { en: '午餐', 'zh-CN': '午餐' } }
  gateway.restReasons = () => Promise.resolve([lunch])

  await signIn(agent)
  await settled()

  expect(agent.current()).toMatchObject({ reasons: { rest: [lunch] } })
})

test('a softphone without a gateway is signed in when it is registered', async () => {
  const { agent } = startAgent('softphone-only')
  const result = signIn(agent, { workNumber: '' })
  await settled()

  agent.lineChanged(registered)

  expect(await result).toEqual({ ok: true, remembered: true })
  expect(agent.current()).toMatchObject({ status: 'signed-in', state: { name: 'idle' }, gateway: { status: 'none' } })
})

test('a softphone that the registrar refuses is told why', async () => {
  const { agent, said } = startAgent('softphone-only')
  const result = signIn(agent)
  await settled()

  agent.lineChanged(lineAt({ status: 'failed', server: 'wss://host', reason: 'wrong-password', code: 403 }))

  expect(await result).toEqual({ ok: false, reason: 'wrong-credentials', retcode: '403' })
  expect(said).toEqual(['register', 'unregister'])
})

test('two sign-ins never overlap', async () => {
  const { agent, said } = startAgent()

  const [first, second] = await Promise.all([signIn(agent), signIn(agent)])

  expect(first.ok).toBe(true)
  expect(second).toEqual({ ok: false, reason: 'refused' })
  expect(said.filter((word) => word === 'login')).toHaveLength(1)
})

test('a session that ends by itself lets the line go and tells why', async () => {
  const { agent, said, notices } = startAgent()
  await signIn(agent)

  agent.ended('elsewhere')

  expect(agent.current()).toEqual({ status: 'signed-out', why: 'elsewhere' } satisfies Agent)
  expect(said.at(-1)).toBe('unregister')
  expect(notices).toEqual([{ kind: 'signed-in-elsewhere' }])
})

test.each(['busy', 'idle'] as const)('a softphone that was %s before a call is so again after it', async (state) => {
  const { agent } = startAgent('softphone-only')
  const signedIn = signIn(agent)
  await settled()
  agent.lineChanged(registered)
  await signedIn
  await agent.requests['agent.goTo']({ state })

  agent.inCall(true)
  agent.inCall(true)
  agent.inCall(false)

  expect(agent.current()).toMatchObject({ state: { name: state } })
})
