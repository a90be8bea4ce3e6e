import { randomUUID } from 'node:crypto'
import { epochNow } from '../../simulator/voice/epoch-now.ts'
import { buildPage } from '../bare/build-page.ts'
import type { Limit } from '../metric.ts'
import type { Stage } from '../stage/stage.ts'
import { pause } from '../stage/workplace.ts'
import { type Arrival, type Link, serveSocket } from './socket-server.ts'

const what = 'bare SIP.js, description ready'

/** INVITE written to 200 OK read, in one process and after a first call that does not count. */
export async function answersOfBareSip(stage: Stage, count: number): Promise<Limit> {
  const page = await buildPage(stage, 'answerer')
  const [, ...values] = await answers(stage, page, count + 1)
  return { what, values }
}

/** The first call of so many fresh processes. */
export async function firstAnswersOfBareSip(stage: Stage, count: number): Promise<Limit> {
  const page = await buildPage(stage, 'answerer')
  const values: number[] = []
  for (let index = 0; index < count; index++) values.push(...(await answers(stage, page, 1)))
  return { what, values }
}

async function answers(stage: Stage, page: string, count: number): Promise<readonly number[]> {
  const server = await serveSocket(stage, 'sip')
  const bare = await stage.bare([{ name: 'answerer', page, show: false }])
  await bare.evaluate('answerer', `serve('${server.url}', ${JSON.stringify(description)})`)
  const link = await server.connected
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    await pause(100)
    times.push(await oneCall(link))
  }
  await bare.close()
  return times
}

async function oneCall(link: Link): Promise<number> {
  const callId = randomUUID()
  const invitedAt = epochNow()
  link.send(request('INVITE', callId, '', description))
  const { text, at } = await finalAnswer(link, callId)
  const toTag = /^To:.*;tag=([^;\s]+)/im.exec(text)?.[1] ?? ''
  link.send(request('ACK', callId, toTag, ''))
  link.send(request('BYE', callId, toTag, ''))
  await finalAnswer(link, callId)
  return at - invitedAt
}

async function finalAnswer(link: Link, callId: string): Promise<Arrival> {
  for (;;) {
    const arrival = await link.next()
    if (arrival.text.startsWith('SIP/2.0 200') && arrival.text.includes(callId)) return arrival
  }
}

const sequence: Readonly<Record<string, number>> = { INVITE: 1, ACK: 1, BYE: 2 }

function request(method: string, callId: string, toTag: string, body: string): string {
  return [
    `${method} sip:bare@localhost SIP/2.0`,
    `Via: SIP/2.0/WS bench.invalid;branch=z9hG4bK${randomUUID()}`,
    'Max-Forwards: 70',
    `From: <sip:13800138000@localhost>;tag=${callId}`,
    `To: <sip:bare@localhost>${toTag && `;tag=${toTag}`}`,
    `Call-ID: ${callId}`,
    `CSeq: ${sequence[method] ?? 1} ${method}`,
    'Contact: <sip:bench@bench.invalid;transport=ws>',
    ...(body === '' ? [] : ['Content-Type: application/sdp']),
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')
}

const description = [
  'v=0',
  'o=- 1 1 IN IP4 127.0.0.1',
  's=-',
  'c=IN IP4 127.0.0.1',
  't=0 0',
  'm=audio 40000 UDP/TLS/RTP/SAVPF 8 101',
  'a=rtpmap:8 PCMA/8000',
  'a=rtpmap:101 telephone-event/8000',
  'a=sendrecv',
  '',
].join('\r\n')
