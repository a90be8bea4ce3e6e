import { expect, onTestFinished, test } from 'vitest'
import { startControl } from '#simulator/control/control-server.ts'
import { chatStage } from './stage.ts'

async function stage() {
  const one = await chatStage()
  const control = await startControl(one.centre)
  onTestFinished(() => control.stop())
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${control.url}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, value: (await answer.json()) as Record<string, unknown> }
  }
  return { ...one, control, ask }
}

test('a chat is driven over HTTP from its beginning to its end', async () => {
  const { ask, client } = await stage()

  const { value } = await ask('POST', '/chats', { queue: 'Web chat', name: 'Bob', channel: 'WECHAT', says: 'Hi' })
  await client.ask('PUT', `/voicecall/6001/answer?callid=${value.id}`)
  const sent = Buffer.from('GIF89a').toString('base64')
  await ask('POST', `/chats/${value.id}/sends`, { kind: 'IMAGE', ending: 'gif', content: sent })
  await ask('POST', `/chats/${value.id}/types`)
  await ask('POST', `/chats/${value.id}/pours`, { text: 'More', times: 3, everyMs: 0 })
  const whole = (await ask('GET', `/chats/${value.id}`)).value
  await ask('DELETE', `/chats/${value.id}`)

  expect(whole).toMatchObject({ name: 'Bob', channel: 'WECHAT', state: 'talking', messages: 5 })
  expect((await ask('GET', `/chats/${value.id}`)).value).toMatchObject({ state: 'ended', end: 'customer-left' })
  expect((await ask('GET', '/media-cache')).value).toMatchObject({ files: [{ ending: 'gif', bytes: 6 }] })
})

test('what the site does may be changed, and nonsense is told what was expected', async () => {
  const { ask, centre } = await stage()

  await ask('PATCH', '/chat-behaviour', { dialect: 'textchat', sensitiveWords: ['secret'] })
  await ask('PATCH', '/media-cache', { failUploads: 2, unknownId: 'result-code' })

  expect(centre.chatBehaviour).toMatchObject({ dialect: 'textchat', sensitiveWords: ['secret'] })
  expect(centre.mediaCache.faults.failUploads).toBe(2)
  expect(centre.mediaCache.manner.unknownId).toBe('result-code')
  expect((await ask('PATCH', '/chat-behaviour', { chatsEach: 61 })).status).toBe(400)
  expect((await ask('POST', '/chats', { queue: 'Support' })).status).toBe(400)
  expect((await ask('POST', '/chats/1-1/says', { text: 'x' })).status).toBe(404)
  expect((await ask('POST', '/chats', { queue: 'Web chat', channel: 'SMOKE' })).status).toBe(400)
})

test('there is a page to chat by hand', async () => {
  const { control } = await stage()

  const page = await fetch(`${control.url}/chat`)

  expect(page.status).toBe(200)
  expect(await page.text()).toContain('chat.js')
  expect((await fetch(`${control.url}/chat.js`)).status).toBe(200)
})
