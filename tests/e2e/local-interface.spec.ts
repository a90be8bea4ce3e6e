import { WebSocket } from 'ws'
import { freePort } from '../support/free-port.ts'
import { listenAt } from './fixtures/ears.ts'
import { CUSTOMER_HZ, customerCalls, expectBothHeard } from './fixtures/outside/customer.ts'
import { comeToWork, expectRinging } from './fixtures/work.ts'
import { type App, expect, test } from './fixtures.ts'

/** The agent turns the interface on and makes a token, as anybody would. */
async function makeToken(app: App): Promise<string> {
  await app.press('settings')
  await app.desk.getByRole('checkbox', { name: app.words('door_local_on') }).check()
  await app.press('door_add_program')
  await app.desk.getByLabel(app.words('door_program_name'), { exact: true }).fill('CRM')
  for (const scope of ['door_scope_dial', 'door_scope_calls', 'door_scope_agent'])
    await app.desk.getByRole('checkbox', { name: app.words(scope), exact: true }).check()
  await app.axe()
  await app.shot('local-interface-program')
  await app.press('door_make_token')
  const token = (await app.desk.locator('output.token').textContent()) ?? ''
  await app.shot('local-interface-token')
  await app.press('door_token_kept')
  return token
}

/** A program of the agent's, with its token. */
async function programOf(port: number, token: string) {
  const authorization = `Bearer ${token}`
  const told: string[] = []
  const socket = new WebSocket(`ws://127.0.0.1:${port}/v1/events`, { headers: { authorization } })
  socket.on('message', (text) => told.push(JSON.parse(String(text)).event.eventType))
  await new Promise((resolve) => void socket.once('open', resolve))
  const ask = (path: string, method = 'GET', body?: unknown) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  return { ask, told, close: () => socket.terminate() }
}

test('a script drives a whole call through the local interface', async ({ centre, desktop, earshot }) => {
  const port = await freePort()
  const app = await earshot.start({ doors: { port } })
  await comeToWork(app, centre)
  const base = `http://127.0.0.1:${port}`
  await expect(fetch(base), 'off until somebody turns it on').rejects.toThrow()

  const token = await makeToken(app)
  const { ask, told, close } = await programOf(port, token)
  const headset = listenAt(desktop, 'headset')
  const call = customerCalls(centre)
  await expectRinging(app)
  const state = await (await ask('/v1/state')).json()
  expect(state).toMatchObject({ agent: { workNo: '6001' }, calls: [{ phase: 'ringing', number: '13800138000' }] })
  const { id } = state.calls[0]

  await test.step('answered, held, retrieved, and who hears whom', async () => {
    expect((await ask(`/v1/calls/${id}/answer`, 'POST')).status).toBe(202)
    await expectBothHeard(call, headset)
    expect((await ask(`/v1/calls/${id}/hold`, 'POST')).status).toBe(202)
    await expect.poll(() => told).toContain('AgentEvent_Hold')
    await headset.waitFor(null)
    expect((await ask(`/v1/calls/${id}/retrieve`, 'POST')).status).toBe(202)
    await headset.waitFor(CUSTOMER_HZ)
  })

  await test.step('ended, and idle again', async () => {
    expect((await ask(`/v1/calls/${id}/hang-up`, 'POST')).status).toBe(202)
    expect(await call.ended).toBe('agent-hung-up')
    await app.expectState('state_wrap_up')
    expect((await ask('/v1/agent/state', 'PUT', { state: 'idle' })).status).toBe(202)
    await app.expectState('state_idle')
    await expect
      .poll(() => told)
      .toEqual(
        expect.arrayContaining(['AgentEvent_Ringing', 'AgentEvent_Talking', 'AgentState_Work', 'AgentState_Ready']),
      )
  })

  await test.step('a page that has no business here, and a token that is revoked', async () => {
    const stranger = { headers: { authorization: `Bearer ${token}`, origin: 'https://evil.example' } }
    expect((await fetch(`${base}/v1/state`, stranger)).status).toBe(403)
    await app.desk.getByRole('button', { name: app.words('door_revoke_program', { name: 'CRM' }) }).click()
    await expect.poll(async () => (await ask('/v1/state')).status).toBe(401)
  })
  close()
})
