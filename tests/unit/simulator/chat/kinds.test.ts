import { expect, test } from 'vitest'
import { channels } from '#simulator/chat/channels.ts'
import { chatStage, messagesTo, open } from './stage.ts'

const content = Buffer.from('content')

test('every kind of message is written as its page says', async () => {
  const stage = await chatStage()
  const chat = await open(stage)

  chat.sends({ kind: 'AUDIO', content, ending: 'mp3' })
  chat.sends({ kind: 'FILE', content, ending: 'txt', name: 'a.txt' })
  chat.sends({ kind: 'FILE_VIDEO', content, ending: 'mp4' })
  chat.sends({ kind: 'LOCATE', latitude: 31.2, longitude: 121.5, description: '上海' })
  chat.sends({ kind: 'WEBCARD', title: 'T', description: 'D', url: 'https://example.com/' })
  chat.sends({
    kind: 'EMAIL',
    subject: 'S',
    html: '<p>Hi</p>',
    attachments: [{ content, ending: 'pdf', name: 'a.pdf' }],
  })
  chat.sends({ kind: 'RAW', mediaType: 'HOLOGRAM', content: 'x' })
  await stage.client.settled()

  const ids = stage.centre.mediaCache.files.map(({ id }) => id)
  expect(messagesTo(stage.client).map(({ mediaType, content: said }) => [mediaType, said])).toEqual([
    ['AUDIO', ids[0]],
    ['FILE', `a.txt,7,${ids[1]},txt`],
    ['FILE_VIDEO', `${ids[2]},mp4`],
    ['LOCATE', '{"latitude":31.2,"longitude":121.5,"description":"上海"}'],
    ['WEBCARD', '{"title":"T","description":"D","redirectUrl":"https://example.com/"}'],
    ['EMAIL', '<p>Hi</p>'],
    ['HOLOGRAM', 'x'],
  ])
  expect(messagesTo(stage.client)[5]).toMatchObject({
    subject: 'S',
    attachments: [{ fileId: ids[3], fileName: 'a.pdf' }],
  })
})

test('each channel has its name in messages and its sub-media in what tells of the chat', async () => {
  const stage = await chatStage({ chat: { chatsEach: 60, webMediaType: 51 } })

  for (const channel of channels) stage.centre.chatCustomer({ channel }).writesTo('Web chat', { says: channel })
  await stage.client.settled()
  for (const chat of stage.centre.chats) await stage.answer(chat)
  await stage.client.settled()

  const rings = stage.client.events.filter(({ eventType }) => eventType === 'AgentEvent_Ringing')
  expect(rings.map(({ content: said }) => said)).toMatchObject([
    { mediaType: 51, subMediaType: 1 },
    ...[2, 3, 4, 5, 6, 7, 8, 9, 10, -1].map((subMediaType) => ({ mediaType: 53, subMediaType })),
  ])
  expect(messagesTo(stage.client).map(({ channel }) => channel)).toEqual(channels)
})

test('typing and reading are told, and are no messages', async () => {
  const stage = await chatStage()
  const chat = await open(stage)
  await stage.send(chat, 'Hello', { messageCode: 'one' })

  chat.types()
  chat.reads()
  await stage.client.settled()

  expect(messagesTo(stage.client)).toMatchObject([
    { controlType: 'INPUT', sourceType: 'CUSTOMER' },
    { controlType: 'READ', content: 'one' },
  ])
  expect(chat.transcript).toHaveLength(1)
})

test('an agent’s typing and reading reach the customer, unless the site does not take them', async () => {
  const stage = await chatStage()
  const chat = await open(stage)

  const taken = await stage.send(chat, '', { controlType: 'INPUT' })
  stage.centre.chatBehaviour.takesMarks = false
  const refused = await stage.send(chat, 'id', { controlType: 'READ' })

  expect([taken.retcode, refused.retcode]).toEqual(['0', '000-002'])
  expect(chat.received).toMatchObject([{ controlType: 'INPUT', sourceType: 'AGENT' }])
})
