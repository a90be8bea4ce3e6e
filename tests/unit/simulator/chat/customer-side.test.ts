import { expect, test } from 'vitest'
import { askFabric } from './fabric-client.ts'
import { chatStage, messagesTo } from './stage.ts'

const base = '/apiaccess/ccmessaging'

async function stage() {
  const one = await chatStage()
  const { centre } = one
  const keys = { app_key: 'key', app_secret: 'secret' }
  const { AccessToken } = (await askFabric(centre, '/apigovernance/api/oauth/tokenByAkSk', { body: keys })).json()
  const authorized = { authorization: `Bearer ${AccessToken}`, 'x-app-key': 'key' }
  const person = { userId: 'lina', userName: 'Li Na', channelId: 'channel-web', locale: 'zh' }
  const { ccmessagingToken } = (
    await askFabric(centre, `${base}/applyToken`, { headers: authorized, body: person })
  ).json()
  const headers = { ...authorized, 'ccmessaging-token': String(ccmessagingToken) }
  const send = async (controlType: string, content = '', more: Record<string, unknown> = {}) => {
    const message = { channel: 'WEB', controlType, mediaType: 'TEXT', content, from: 'lina', to: 'channel-web' }
    const body = { ...message, sourceType: 'CUSTOMER', ...more }
    return (await askFabric(centre, `${base}/send`, { headers, body })).json()
  }
  const ask = async (method: string, path: string, body?: unknown) =>
    (await askFabric(centre, `${base}/${path}`, { method, headers, body })).json()
  return { ...one, send, ask }
}

test('a customer connects, asks for an agent, writes and reads the answer', async () => {
  const { centre, client, send, ask, answer } = await stage()

  await send('CONNECT')
  await send('CHAT', 'Hello', { messageId: 'm1' })
  expect(centre.chats[0]?.state).toBe('robot')
  await send('TRANS2AGENT')
  const chat = centre.chats[0]
  if (!chat) throw new Error('nobody connected')
  await answer(chat)
  await client.ask('POST', '/mediacall/6001/sendmessage', {
    callid: chat.id,
    data: JSON.stringify({ content: 'Good morning', messageCode: 'c1' }),
  })
  await client.settled()

  expect(messagesTo(client)).toMatchObject([{ content: 'Hello', messageId: 'm1', senderNickname: 'Li Na' }])
  const { downlinkMessages } = await ask('GET', 'poll?receiverId=lina&channel=WEB')
  expect(downlinkMessages).toMatchObject([{ content: 'Good morning', sourceType: 'AGENT', messageCode: 'c1' }])
  expect(await ask('GET', 'poll?receiverId=lina&channel=WEB')).toMatchObject({ downlinkMessages: [] })
  expect(await ask('POST', 'queryHistoryChatMessage', { limit: 10, offset: 0 })).toMatchObject({ total: 2 })
  await send('DISCONNECT')
  expect(chat.end).toBe('customer-left')
})

test('what the interface does not allow is refused', async () => {
  const { centre, send } = await stage()

  expect(await send('CHAT', 'nobody is there')).toMatchObject({ resultCode: '1' })
  await send('CONNECT')
  expect(await send('CHAT', 'x'.repeat(1_025))).toMatchObject({ resultCode: '1' })
  expect(await send('CHAT', 'x', { messageId: 'with,comma' })).toMatchObject({ resultCode: '1' })
  expect(await send('SHOUT', 'x')).toMatchObject({ resultCode: '1' })
  const bare = await askFabric(centre, `${base}/poll`, { method: 'GET', headers: {} })
  expect(bare.status).toBe(401)
})
