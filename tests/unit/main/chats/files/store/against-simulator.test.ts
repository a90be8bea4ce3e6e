import { expect, onTestFinished, test } from 'vitest'
import { createAsk } from '#main/chats/files/store/ask.ts'
import { createHttpMediaStore } from '#main/chats/files/store/http-media-store.ts'
import { openGateway } from '#main/gateway/open-gateway.ts'
import { secureContextFor } from '#main/gateway/transport/trust.ts'
import { realPicture } from '#support/files/real-picture.ts'
import { stageCentre } from '../../../../simulator/support/stage.ts'
import { agent, collect, keepLog } from '../../../gateway/support/collect.ts'

const picture = realPicture(40, 30)
const given = () => new AbortController().signal
const file = { ending: 'png', channel: 'WEB', content: picture }

/** The media cache of the simulated centre, asked by an agent who is signed in there. */
async function stage() {
  const { centre } = await stageCentre({})
  const profile = centre.profile().gateway
  if (!profile) throw new Error('a profile without a gateway')
  const gateway = openGateway({
    profile: { ...profile, ca: centre.ca },
    listeners: collect().listeners,
    log: keepLog(),
  })
  onTestFinished(() => gateway.close())
  const store = createHttpMediaStore({
    site: { url: centre.mediaCache.url },
    ask: createAsk(secureContextFor(centre.ca), keepLog()),
    guid: gateway.guid,
    pausesMs: { put: [0], get: [0, 0] },
  })
  return { centre, gateway, store }
}

async function signedIn() {
  const staged = await stage()
  expect((await staged.gateway.signIn(agent, false)).ok).toBe(true)
  return staged
}

test('nobody is let in who is not signed in at the gateway', async () => {
  const { store, gateway } = await stage()

  expect(gateway.guid()).toBeNull()
  expect(await store.put(file, () => undefined, given())).toEqual({ ok: false, reason: 'refused' })
})

test.each(['stream', 'base64'] as const)('what was put there is got back, as %s', async (manner) => {
  const { centre, store } = await signedIn()
  centre.mediaCache.manner.downloads = manner

  const put = await store.put(file, () => undefined, given())
  if (!put.ok) throw new Error(put.reason)
  const got = await store.get({ ...put, ending: 'png', channel: 'WEB' }, 1_000_000, given())

  expect(centre.mediaCache.get(put.fileId)?.by).toBe('agent')
  expect(got.ok && picture.equals(got.content)).toBe(true)
})

test('a cache that fails, and a download that ends halfway, are asked again', async () => {
  const { centre, store } = await signedIn()
  const { id } = centre.mediaCache.put(picture, 'png', 'customer')
  centre.mediaCache.faults.failDownloads = 1
  centre.mediaCache.faults.truncateDownloads = 1

  const got = await store.get({ fileId: id, ending: 'png', channel: 'WEB' }, 1_000_000, given())

  expect(got.ok && picture.equals(got.content)).toBe(true)
  expect(centre.mediaCache.downloads.tried).toBe(3)
})

test('an id that does not exist is told', async () => {
  const { store } = await signedIn()

  expect(await store.get({ fileId: 'nothing', ending: 'png', channel: 'WEB' }, 1_000_000, given())).toEqual({
    ok: false,
    reason: 'not-found',
  })
})
