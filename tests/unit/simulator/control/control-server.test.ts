import { request } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { startControl } from '#simulator/control/control-server.ts'
import { signedIn, stageCentre } from '../support/stage.ts'

async function stageControl() {
  const stage = await stageCentre()
  const control = await startControl(stage.centre)
  onTestFinished(() => control.stop())
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${control.url}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, value: await answer.json() }
  }
  return { ...stage, control, ask }
}

test('a call is made, seen, spoken to and hung up over HTTP', async () => {
  const { centre, ask } = await stageControl()
  await signedIn(centre, 'websocket', '6001', { autoanswer: true })

  const { value: made } = await ask('POST', '/calls', { number: '13800000001', tone: 440, queue: 'Support' })
  await centre.agent('6001').becomes('talking')
  await centre.journal.until(() => centre.customers[0]?.calls[0]?.state === 'talking', 'talking')
  const { value: said } = await ask('POST', `/calls/${made.id}/say`, { tone: 1000 })
  const { value: agents } = await ask('GET', '/agents')
  const { value: ended } = await ask('DELETE', `/calls/${made.id}`)

  expect(said).toMatchObject({ id: made.id, number: '13800000001', state: 'talking', hears: null })
  expect(agents[0]).toMatchObject({ workNumber: '6001', state: 'talking', call: { id: made.id, phase: 'talking' } })
  expect(ended).toMatchObject({ state: 'ended', end: 'customer-hung-up' })
  expect((await ask('GET', `/calls/${made.id}`)).value.leg).toMatchObject({ number: '67470001' })
})

test('a customer who was made is the one who calls', async () => {
  const { centre, ask } = await stageControl()
  await ask('POST', '/customers', { number: '13800000001', name: 'Bob', tone: 523 })

  await ask('POST', '/calls', { number: '13800000001', queue: '销售' })

  expect(centre.customers).toMatchObject([{ number: '13800000001', name: 'Bob', calls: [{ number: '13800000001' }] }])
})

test('a customer who comes back with another voice leaves the earlier call where it is', async () => {
  const { ask } = await stageControl()
  const number = '13800000001'
  await ask('POST', '/calls', { number, tone: 440, queue: 'Support' })

  await ask('POST', '/calls', { number, tone: 523, queue: 'Support' })

  expect((await ask('GET', '/calls')).value).toHaveLength(2)
})

test.each([
  ['POST', '/customers', { number: '1', file: '/nowhere.wav' }, 400, 'ENOENT'],
  ['POST', '/calls', { number: '13800000001' }, 400, 'either a queue or a phone'],
  ['POST', '/calls', { number: '13800000001', queue: 'Nowhere' }, 400, 'No queue is called Nowhere'],
  ['POST', '/calls', { number: 'Bob', queue: 'Support' }, 400, 'a telephone number of 1 to 24 digits'],
  ['POST', '/customers', { number: '1', colour: 'red' }, 400, 'colour'],
  ['POST', '/faults', { at: 'event', effect: { do: 'explode' } }, 400, 'effect'],
  ['POST', '/faults/event', { agent: '6001', eventType: 'X' }, 400, 'not signed in'],
  ['GET', '/calls/7-7', undefined, 404, 'no call 7-7'],
  ['POST', '/agents/7777/force-busy', undefined, 404, 'no agent 7777'],
  ['GET', '/nowhere', undefined, 404, 'nothing at /nowhere'],
  ['DELETE', '/agents', undefined, 405, '/agents takes GET'],
])('%s %s with %j is answered %i, with the reason', async (method, path, body, status, reason) => {
  const { ask } = await stageControl()

  const answer = await ask(method, path, body)

  expect(answer.status).toBe(status)
  expect(answer.value.error).toContain(reason)
})

test('faults are armed, shown and taken away', async () => {
  const { centre, ask } = await stageControl()
  const client = await signedIn(centre, 'websocket')
  const fault = { at: 'event', times: 1, effect: { do: 'drop' } }

  expect((await ask('POST', '/faults', fault)).value).toEqual([fault])
  expect((await ask('DELETE', '/faults')).value).toEqual([])
  await ask('POST', '/faults/event', { agent: '6001', eventType: 'AgentEvent_Surprise' })
  await ask('PATCH', '/behaviour', { licenceFull: true })
  await ask('POST', '/faults/sip', { refuseRegister: 503 })
  await client.settled()

  expect(client.since()).toEqual(['AgentEvent_Surprise'])
  expect(centre.behaviour.licenceFull).toBe(true)
  expect(centre.faults.sip.refuseRegister).toBe(503)
})

test('the journal is read on from where one left off', async () => {
  const { centre, ask } = await stageControl()
  const since = centre.journal.entries.length
  await signedIn(centre, 'poll')

  const { value } = await ask('GET', `/journal?since=${since}&limit=3`)

  expect(value).toHaveLength(3)
  expect(value[0]).toMatchObject({ index: since, agent: '6001', kind: 'request', name: 'login', direction: 'in' })
})

test('agents are moved about', async () => {
  const { centre, ask } = await stageControl()
  await signedIn(centre, 'websocket')

  const states = []
  for (const deed of ['force-busy', 'force-idle', 'sign-in-elsewhere', 'force-sign-out']) {
    await ask('POST', `/agents/6001/${deed}`)
    states.push(centre.agent('6001').state)
  }

  expect(states).toEqual(['busy', 'idle', 'busy', 'signed-out'])
  expect((await ask('POST', '/agents/6001/force-rest', { seconds: 60 })).value).toEqual({ retcode: '100-006' })
})

test('page, profile and authority are there', async () => {
  const { centre, control, ask } = await stageControl()

  expect(await (await fetch(control.url)).text()).toContain('Contact centre in a box')
  expect(await (await fetch(`${control.url}/ca.pem`)).text()).toBe(centre.ca)
  expect((await ask('GET', '/profile?transport=poll')).value).toEqual(centre.profile({ transport: 'poll' }))
  expect((await ask('GET', '/profile?gateway=false')).value.gateway).toBeUndefined()
})

test.each([[{ Origin: 'https://elsewhere.example' }], [{ Host: 'elsewhere.example' }]])(
  'another site’s page is turned away: %j',
  async (headers) => {
    const { control } = await stageControl()
    const status = await new Promise((resolve, reject) => {
      request(`${control.url}/agents`, { headers }, (answer) => resolve(answer.statusCode))
        .on('error', reject)
        .end()
    })

    expect(status).toBe(403)
  },
)
