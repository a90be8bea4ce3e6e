import type { IncomingHttpHeaders } from 'node:http'
import { Agent, request } from 'node:https'
import type { Centre } from '#simulator/centre.ts'
import { type Answered, type BareClient, createMailbox, type SeenEvent } from './bare-client.ts'

export interface HttpAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

export interface PollClient extends BareClient {
  cookie: string | null
  /** One HTTPS request as it is. */
  fetch(method: string, path: string, body?: unknown): Promise<HttpAnswer>
  /** One poll. */
  poll(): Promise<Answered & { readonly event?: SeenEvent }>
}

export async function openPoll(centre: Centre, agent: string): Promise<PollClient> {
  const connections = new Agent({ keepAlive: true, ca: centre.ca })
  const base = `${centre.profile({ transport: 'poll' }).gateway?.url}/resource`
  const polls = createMailbox<'event' | 'empty' | 'over'>()
  const events: SeenEvent[] = []

  const client: PollClient = {
    over: polls.until(() => polls.all.includes('over')),
    events,
    guid: null,
    cookie: null,
    fetch: async (method, path, body) => {
      const answer = await fetchOver(connections, `${base}${path}`, method, client, body)
      const guid = answer.headers['set-guid']
      if (typeof guid === 'string') client.guid = guid.replace('JSESSIONID=', '')
      client.cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? client.cookie
      return answer
    },
    ask: async (method, path, body) => {
      const answered: Answered = JSON.parse((await client.fetch(method, path, body)).text)
      const signedIn = method === 'PUT' && /^\/onlineagent\/\d+(\/forcelogin)?$/.test(path) && answered.retcode === '0'
      if (signedIn) void follow(client, polls, events)
      return answered
    },
    poll: async () => JSON.parse((await client.fetch('GET', `/agentevent/${agent}`)).text),
    settled: async () => {
      const before = polls.all.length
      await polls.until(() => polls.all.slice(before).some((kind) => kind !== 'event'))
    },
    close: async () => connections.destroy(),
  }
  return client
}

/** Polls as spec/ccgateway.md 18.2 says, until the session is over or the connection gone. */
async function follow(
  client: PollClient,
  polls: { put(kind: 'event' | 'empty' | 'over'): void },
  events: SeenEvent[],
): Promise<void> {
  for (;;) {
    const answer = await client.poll().catch(() => ({ retcode: 'gone', event: undefined }))
    if (answer.event) events.push(answer.event)
    polls.put(answer.event ? 'event' : answer.retcode === '0' ? 'empty' : 'over')
    if (answer.retcode !== '0') return
  }
}

function fetchOver(
  agent: Agent,
  url: string,
  method: string,
  { guid, cookie }: Pick<PollClient, 'guid' | 'cookie'>,
  body: unknown,
): Promise<HttpAnswer> {
  const headers = {
    'Content-Type': 'application/json; charset=UTF-8',
    ...(guid && { guid }),
    ...(cookie && { cookie }),
  }
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, agent, headers }, (incoming) => {
      let text = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (chunk: string) => {
        text += chunk
      })
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }))
    })
    outgoing.on('error', reject)
    outgoing.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
