import { expect, test } from 'vitest'
import { lineAt, signIn, startAgent } from '#support/agent.ts'

const other = { phone: 'other', softphoneNumber: '13800138000', goIdle: true } as const

test('another phone registers nothing, and its agent is ready with the gateway alone', async () => {
  const { agent, said } = startAgent()
  agent.lineChanged({ ...lineAt({ status: 'off' }), microphone: { status: 'missing', label: '' } })

  await signIn(agent, other)

  expect(said).toEqual(['login', 'idle'])
  expect(agent.current()).toMatchObject({ phone: 'other', softphoneNumber: '13800138000' })
})

test('another phone asks for no softphone password, and the gateway’s is kept as it has proved right', async () => {
  const { agent, kept, remembered } = startAgent()

  await signIn(agent, other)

  expect([...kept.keys()]).toEqual(['gateway-password'])
  expect(remembered).toEqual([{ workNumber: '6002', phone: 'other', otherNumber: '13800138000' }])
})

test('without a gateway there is nobody to ring another phone', async () => {
  const { agent } = startAgent('softphone-only')

  expect(await signIn(agent, other)).toEqual({ ok: false, reason: 'refused' })
})
