import { expect, test } from 'vitest'
import { askFabric } from './fabric-client.ts'
import { chatStage, messagesTo, open } from './stage.ts'

const picture = Buffer.from('\x89PNG and so on', 'latin1')
const base = '/apiaccess/ccmessaging'

async function stage() {
  const { centre, client, ...rest } = await chatStage()
  const headers = { guid: client.guid ?? '' }
  const upload = (content: Buffer) =>
    askFabric(centre, `${base}/uploadFileStream`, {
      headers,
      body: { fileType: 'png', channel: 'WEB', fileStream: content.toString('base64') },
    })
  const download = (fileId: string) =>
    askFabric(centre, `${base}/downloadFileStream`, { headers, body: { fileType: 'png', channel: 'WEB', fileId } })
  return { centre, client, ...rest, upload, download, cache: centre.mediaCache }
}

test('what an agent uploads can be fetched by its id, and is counted', async () => {
  const { cache, upload, download } = await stage()

  const answer = (await upload(picture)).json()
  const fetched = await download(String(answer.objectKey))

  expect(answer).toMatchObject({ resultCode: '0' })
  expect(fetched.body).toEqual(picture)
  expect(cache.files).toMatchObject([{ ending: 'png', by: 'agent' }])
  expect(cache.uploads).toEqual({ tried: 1, done: 1 })
  expect(cache.downloads).toEqual({ tried: 1, done: 1 })
})

test('a customer’s picture is told by its id and can be fetched', async () => {
  const s = await stage()
  const chat = await open({ ...s })

  chat.sends({ kind: 'IMAGE', content: picture, ending: 'png' })
  await s.client.settled()
  const [message] = messagesTo(s.client)

  expect(message).toMatchObject({ mediaType: 'IMAGE', controlType: 'CHAT' })
  expect((await s.download(String(message?.content))).body).toEqual(picture)
})

test('as base64 the file stands in JSON', async () => {
  const { cache, download } = await stage()
  const { id } = cache.put(picture, 'png', 'customer')
  cache.manner.downloads = 'base64'

  const { type, json } = await download(id)

  expect(type).toContain('application/json')
  expect(Buffer.from(String(json().fileStream), 'base64')).toEqual(picture)
})

test('an id that does not exist is not there, or refused, as the site says it', async () => {
  const { cache, download } = await stage()

  expect((await download('nothing')).status).toBe(404)
  cache.manner.unknownId = 'result-code'
  expect(await download('nothing')).toMatchObject({ status: 200 })
})

test('uploads fail as often as they are told to, and nothing is kept', async () => {
  const { cache, upload } = await stage()
  cache.faults.failUploads = 1

  expect((await upload(picture)).status).toBe(503)
  expect(cache.files).toEqual([])
  expect((await upload(picture)).status).toBe(200)
  expect(cache.uploads).toEqual({ tried: 2, done: 1 })
})

test('a download can end halfway', async () => {
  const { cache, download } = await stage()
  const { id } = cache.put(picture, 'png', 'customer')
  cache.faults.truncateDownloads = 1

  await expect(download(id)).rejects.toThrow()
  expect((await download(id)).body).toEqual(picture)
})

test('on a slow line everything comes all the same', async () => {
  const { cache, upload, download } = await stage()
  const large = Buffer.alloc(300_000, 7)
  cache.faults.pieceMs = 1
  cache.faults.delayMs = 1

  const { objectKey } = (await upload(large)).json()

  expect((await download(String(objectKey))).body.equals(large)).toBe(true)
})

test('nobody gets in without a session or a token', async () => {
  const { centre } = await stage()

  const asked = await askFabric(centre, `${base}/downloadFileStream`, { headers: { guid: 'made up' }, body: {} })

  expect(asked.status).toBe(401)
})
