import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readProfile } from '#main/profile/read-profile.ts'
import { stageCentre } from './support/stage.ts'

test('a profile is written with the authority beside it', async () => {
  const { centre } = await stageCentre()
  const folder = await mkdtemp(join(tmpdir(), 'earshot-profile-'))
  onTestFinished(() => rm(folder, { recursive: true }))

  const path = await centre.writeProfile(join(folder, 'site'), { transport: 'poll' })

  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(centre.profile({ transport: 'poll' }))
  expect(await readFile(join(dirname(path), 'ca.pem'), 'utf8')).toBe(centre.ca)
})

test('each transport has its own address, and softphone only has none', async () => {
  const { centre } = await stageCentre()

  expect(centre.profile({ transport: 'websocket' }).gateway).toMatchObject({
    transport: 'websocket',
    websocketUrl: `wss://localhost:${centre.gatewayPorts.websocket}/agentgateway/websocket/{agentId}`,
  })
  expect(centre.profile({ transport: 'poll' }).gateway?.url).toBe(
    `https://localhost:${centre.gatewayPorts.poll}/agentgateway`,
  )
  expect(centre.profile({ gateway: false }).gateway).toBeUndefined()
})

test.each([{ transport: 'websocket' }, { transport: 'poll' }, { gateway: false }, { chat: { limit: 30 } }] as const)(
  'Earshot takes the profile %j',
  async (options) => {
    const { centre } = await stageCentre()
    const folder = await mkdtemp(join(tmpdir(), 'earshot-profile-'))
    onTestFinished(() => rm(folder, { recursive: true }))

    const path = await centre.writeProfile(folder, options)

    expect(readProfile(await readFile(path, 'utf8'), folder)).toMatchObject({ ok: true })
  },
)
