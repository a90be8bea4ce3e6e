import { once } from 'node:events'
import type http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { createSecureContext } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAsk } from '#main/chats/files/store/ask.ts'
import { createHttpMediaStore } from '#main/chats/files/store/http-media-store.ts'
import { createAuthority, createServerCertificate } from '#simulator/tls/certificates.ts'

interface Asked {
  readonly path: string
  readonly headers: http.IncomingHttpHeaders
  readonly body: { [key: string]: string }
}

type Reply = (asked: Asked, response: http.ServerResponse) => void

let server: https.Server
let ca = ''
let reply: Reply = () => undefined
let asked: Asked[] = []

beforeAll(async () => {
  const authority = await createAuthority()
  ca = authority.pem
  server = https.createServer(await createServerCertificate(authority, 'trusted'), async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const one = { path: request.url ?? '', headers: request.headers, body: JSON.parse(Buffer.concat(parts).toString()) }
    asked.push(one)
    reply(one, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function store(trusted = ca) {
  asked = []
  const { port } = server.address() as AddressInfo
  return createHttpMediaStore({
    site: { url: `https://127.0.0.1:${port}/apiaccess/ccmessaging/`, appKey: 'earshot' },
    ask: createAsk(createSecureContext({ ca: trusted }), { warn: () => undefined }),
    guid: () => 'a-guid.AgentGateway1',
    pausesMs: { put: [0], get: [0, 0] },
  })
}

function json(response: http.ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

const given = () => new AbortController().signal
const content = Buffer.alloc(200_001, 'earshot')
const wanted = { fileId: 'an-id', ending: 'jpg', channel: 'WEB' }

test('an upload is the documented body, and its answer the id', async () => {
  const done: number[] = []
  reply = (_, response) => json(response, { resultCode: '0', objectKey: 'an-id' })

  const put = await store().put({ ending: 'jpg', channel: 'WEB', content }, (bytes) => done.push(bytes), given())

  expect(put).toEqual({ ok: true, fileId: 'an-id' })
  expect(asked[0]?.path).toBe('/apiaccess/ccmessaging/uploadFileStream')
  expect(asked[0]?.headers).toMatchObject({ 'x-app-key': 'earshot', guid: 'a-guid.AgentGateway1' })
  expect(asked[0]?.body).toMatchObject({ fileType: 'jpg', channel: 'WEB' })
  expect(Buffer.from(asked[0]?.body.fileStream ?? '', 'base64').equals(content)).toBe(true)
  expect(done).toEqual([...done].sort((a, b) => a - b))
  expect(done.at(-1)).toBe(content.byteLength)
})

type Refusal = readonly [what: string, answer: (response: http.ServerResponse) => void, reason: string]

const refusals: readonly Refusal[] = [
  ['a no in JSON', (response) => json(response, { resultCode: '700-023' }), 'refused'],
  ['an id of two lines', (response) => json(response, { objectKey: 'a\nb' }), 'refused'],
  ['no JSON', (response) => void response.end('<html>'), 'refused'],
  ['403', (response) => json(response, {}, 403), 'refused'],
  ['413', (response) => json(response, {}, 413), 'too-large'],
]

test.each(refusals)('%s refuses an upload', async (_, answer, reason) => {
  reply = (_asked, response) => answer(response)

  expect(await store().put({ ending: 'jpg', channel: 'WEB', content }, () => undefined, given())).toEqual({
    ok: false,
    reason,
  })
})

test('an upload that may have arrived is not sent twice', async () => {
  reply = (_, response) => response.destroy()

  const put = await store().put({ ending: 'jpg', channel: 'WEB', content }, () => undefined, given())

  expect(put).toMatchObject({ ok: false, reason: 'no-answer' })
  expect(asked).toHaveLength(1)
})

test('a file comes as itself, or as base64 in JSON', async () => {
  const media = store()
  reply = (_, response) => void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(content)
  const plain = await media.get(wanted, 1_000_000, given())
  reply = (_, response) => json(response, { resultCode: 0, data: { fileStream: content.toString('base64') } })
  const wrapped = await media.get(wanted, 1_000_000, given())

  for (const got of [plain, wrapped]) expect(got.ok && Buffer.from(got.content).equals(content)).toBe(true)
  expect(asked[0]?.body).toEqual({ fileType: 'jpg', channel: 'WEB', fileId: 'an-id' })
})

test('a number is one of the library', async () => {
  reply = (_, response) => void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(content)

  await store().get({ ...wanted, fileId: '4711' }, 1_000_000, given())

  expect(asked[0]?.body.multiMedia).toBe('multiMedia')
})

test('a file without an end is not read to its end', async () => {
  reply = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream' })
    const more = () => {
      while (!response.destroyed && response.write(content));
    }
    response.on('drain', more)
    more()
  }

  expect(await store().get(wanted, 100_000, given())).toMatchObject({ ok: false, reason: 'too-large' })
})

test('an answer that breaks is asked for again, twice', async () => {
  let times = 0
  reply = (_, response) => {
    times += 1
    if (times < 3) json(response, {}, 503)
    else response.writeHead(200, { 'content-type': 'image/jpeg' }).end(content)
  }

  expect((await store().get(wanted, 1_000_000, given())).ok).toBe(true)
  expect(times).toBe(3)
})

test('an id that does not exist is not asked for again', async () => {
  reply = (_, response) => json(response, {}, 404)

  expect(await store().get(wanted, 1_000_000, given())).toMatchObject({ ok: false, reason: 'not-found' })
  expect(asked).toHaveLength(1)
})

test('a server that nobody vouches for learns nothing', async () => {
  const other = await createAuthority()

  expect((await store(other.pem).put({ ending: 'jpg', channel: 'WEB', content }, () => undefined, given())).ok).toBe(
    false,
  )
  expect(asked).toHaveLength(0)
})

test('whoever cancels is not kept waiting', async () => {
  const cancelled = new AbortController()
  reply = () => cancelled.abort()

  expect(await store().get(wanted, 1_000_000, cancelled.signal)).toMatchObject({ ok: false })
  expect(asked).toHaveLength(1)
})
