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
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, value: await answer.json() }
  }
  return { ...stage, ask }
}

test('a colleague is played over HTTP, by name and by any operation', async () => {
  const { centre, ask } = await stageControl()
  await ask('POST', '/colleagues', { workNumber: '6003', tone: 660, queues: true })
  const call = centre.customer({ number: '13800000001', tone: 440 }).callQueue('Support')

  const { value: answered } = await ask('POST', '/colleagues/6003/answer')
  await call.hears.waitForChord([660])
  const { value: keys } = await ask('POST', '/colleagues/6003/ask', { operation: 'seconddialex?number=12' })
  const { value: held } = await ask('POST', '/colleagues/6003/hold')
  await call.hears.waitForChord([300])
  const { value: seen } = await ask('GET', `/calls/${call.id}`)

  expect(answered).toEqual({ callId: call.id })
  expect([keys.retcode, held.retcode]).toEqual(['0', '0'])
  expect(seen).toMatchObject({ state: 'held', keys: '12', tones: [300] })
  expect((await ask('GET', '/left-open')).value).toMatchObject({ calls: 1, shares: 1, legs: 1 })
})

test('a telephone is picked up over HTTP', async () => {
  const { centre, ask } = await stageControl()
  await ask('POST', '/telephones', { number: '13700000001', tone: 700, picksUp: 'by-hand' })
  await signedIn(centre, 'websocket', '6001', { phonenum: '13700000001', autoanswer: true })
  const call = centre.customer({ number: '13800000001', tone: 440 }).callQueue('Support')
  await centre.deskPhones[0]?.rings()

  expect((await ask('POST', '/telephones/13700000001/pick-up')).value).toMatchObject({ state: 'off-hook' })
  await call.hears.waitForChord([700])
  await ask('POST', '/telephones/13700000001/hang-up')

  expect(await call.ended).toBe('agent-hung-up')
})

test('whoever is not there is not found, and what makes no sense is said', async () => {
  const { ask } = await stageControl()
  await ask('POST', '/telephones', { number: '13700000001' })

  expect(await ask('POST', '/colleagues/6003/hold')).toMatchObject({ status: 404 })
  expect(await ask('POST', '/colleagues', { workNumber: '9999' })).toMatchObject({ status: 400 })
  expect(await ask('POST', '/telephones/13700000001/pick-up')).toMatchObject({
    status: 400,
    value: { error: 'The telephone 13700000001 does not ring' },
  })
})
