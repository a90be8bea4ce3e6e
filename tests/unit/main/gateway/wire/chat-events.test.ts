import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MessageContent } from '#contract'
import type { ChatSaid } from '#main/gateway/event.ts'
import { parseEvent } from '#main/gateway/wire/parse-event.ts'

const id = '1700000000-5'

function told(eventType: string, content: unknown) {
  return parseEvent({ eventType, content }).fact
}

function saidIn(message: unknown): ChatSaid {
  const fact = told('AgentEvent_MessageData', { callid: id, caller: 'bob', called: 'web', message, mediaAbility: '5' })
  if (fact?.type !== 'chat-said') throw new Error('not a message')
  return fact.said
}

const content = (mediaType: string, words: string, more: object = {}): MessageContent =>
  saidIn(JSON.stringify({ controlType: 'CHAT', mediaType, content: words, ...more })).content

const ringing = { callid: id, caller: 'bob', called: 'web', feature: '0', type: 'main', skillName: 'Web' }

test.each([
  [{ mediaType: 53, mediaAbility: '5', subMediaType: 4 }, 'chat-call', 'wechat'],
  [{ mediaType: '51' }, 'chat-call', 'web'],
  [{ mediaType: 1 }, 'chat-call', undefined],
  [{ mediaAbility: 5 }, 'chat-call', undefined],
  [{ mediaType: 5, mediaAbility: '1' }, 'ringing', undefined],
  [{ mediaType: 19, mediaAbility: '3' }, 'ringing', undefined],
  [{ mediaType: 55, mediaAbility: '6' }, 'ringing', undefined],
  [{}, 'ringing', undefined],
])('a call with %o is told as %s', (media, type, channel) => {
  const fact = told('AgentEvent_Ringing', { ...ringing, ...media })

  expect(fact).toMatchObject({ type, callId: id, caller: 'bob' })
  expect(fact && 'channel' in fact ? fact.channel : undefined).toBe(channel)
})

test('an inner call’s channel is a colleague, and who handed a chat on is told', () => {
  const handed = { ...ringing, feature: '6', mediaType: 53, transfer: 'yes', transfrom: 'a6003' }

  expect(told('AgentEvent_Ringing', handed)).toMatchObject({ channel: 'agent', transferredFrom: 'a6003' })
})

test('a message is read from JSON, from an object, and from the bare text of private deployments', () => {
  const message = {
    controlType: 'CHAT',
    mediaType: 'TEXT',
    content: ' keep  my blanks\n',
    messageId: 'm1',
    senderNickname: 'Bob',
    sourceType: 'CUSTOMER',
    timestamp: '1700000000123',
    channel: 'WHATSAPP',
    from: 'bob',
    to: 'config',
    brandNew: { secret: 'x' },
  }
  const read = {
    control: 'chat',
    id: 'm1',
    side: 'customer',
    name: 'Bob',
    sentAt: 1_700_000_000_123,
    content: { kind: 'text', text: ' keep  my blanks\n' },
    channel: 'whatsapp',
    from: 'bob',
    to: 'config',
    unknownKeys: ['brandNew'],
  }
  expect(saidIn(JSON.stringify(message))).toMatchObject(read)
  expect(saidIn(message)).toMatchObject(read)
  expect(saidIn('hello')).toMatchObject({ side: 'customer', content: { kind: 'text', text: 'hello' } })
})

test.each(['{"a":1}', '{broken', '[1,2]', '"quoted"', '42', 'null', '{'])(
  '%s, typed by a customer, is text',
  (text) => {
    expect(saidIn(text).content).toEqual({ kind: 'text', text })
  },
)

test('typing, read marks, and who leaves are told apart', () => {
  expect(saidIn({ controlType: 'INPUT' }).control).toBe('typing')
  expect(saidIn({ controlType: 'READ', content: 'a, b' })).toMatchObject({ control: 'read', ids: ['a', 'b'] })
  const away = { controlType: 'DISCONNECT', sourceType: 'SYSTEM', isOfflineStatus: 'true', content: '' }
  expect(saidIn(away)).toMatchObject({ control: 'disconnect', side: 'system', away: true })
})

test('files, places and cards are read from their encodings', () => {
  const fileId = 'local/202611221000-7d9f/a.txt'
  expect(content('IMAGE', 'f-1')).toEqual({ kind: 'image', file: { fileId: 'f-1', ending: 'jpg' } })
  expect(content('AUDIO', 'f-1', { mediaFileType: 'OGG' })).toEqual({
    kind: 'audio',
    file: { fileId: 'f-1', ending: 'ogg' },
  })
  expect(content('FILE_VIDEO', 'f-1,mp4')).toEqual({ kind: 'video', file: { fileId: 'f-1', ending: 'mp4' } })
  expect(content('FILE', `a, b.txt,6,${fileId},txt`)).toEqual({
    kind: 'file',
    file: { fileId, name: 'a, b.txt', bytes: 6, ending: 'txt' },
  })
  expect(content('LOCATE', '{"latitude":"22.5","longitude":113.9,"description":"here"}')).toEqual({
    kind: 'location',
    latitude: 22.5,
    longitude: 113.9,
    description: 'here',
  })
  const card = { title: 'T', description: 'D', mediaFileId: 'p-1', mediaFileType: 'png', redirectUrl: 'https://a.b/c' }
  expect(content('WEBCARD', JSON.stringify(card))).toEqual({
    kind: 'card',
    title: 'T',
    description: 'D',
    picture: { fileId: 'p-1', ending: 'png' },
    url: 'https://a.b/c',
  })
})

test('an e-mail keeps its HTML as it came, its fields and its attachments', () => {
  const more = {
    subject: 'Bill',
    from: 'bob@example.com',
    to: 'a@example.com;b@example.com',
    cc: ['c@example.com'],
    attachments: [{ fileId: 'f-1', fileName: '../../bill.pdf', fileType: 'pdf', size: '12' }, { fileId: '<x>' }],
  }

  expect(content('EMAIL', '<p onclick="x()">Hi</p>', more)).toEqual({
    kind: 'email',
    subject: 'Bill',
    from: 'bob@example.com',
    to: ['a@example.com', 'b@example.com'],
    cc: ['c@example.com'],
    html: '<p onclick="x()">Hi</p>',
    attachments: [{ fileId: 'f-1', name: 'bill.pdf', ending: 'pdf', bytes: 12 }],
  })
})

test.each([
  ['IMAGE', '../../etc/passwd'],
  ['IMAGE', '<script>'],
  ['FILE', 'only,three,parts'],
  ['LOCATE', '{"latitude":999,"longitude":0}'],
  ['WEBCARD', 'no json'],
  ['HOLOGRAM', 'whatever'],
])('%s with %s is shown as the text it is', (type, words) => {
  expect(content(type, words)).toEqual({ kind: 'unknown', type, text: words })
})

test('a card leads nowhere but to the web, and a file’s name is a name', () => {
  expect(content('WEBCARD', '{"title":"t","redirectUrl":"javascript:alert(1)"}')).not.toHaveProperty('url')
  expect(content('FILE', 'C:\\x\\\u202Egpj.exe\u0000,1,f-1,exe')).toMatchObject({ file: { name: 'gpj.exe' } })
  expect(content('TEXT', 'a\u0000b\u001B[31mc\nd')).toEqual({ kind: 'text', text: 'ab[31mc\nd' })
})

test('whatever comes is read, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (message) => {
      expect(saidIn(message).content.kind).toEqual(expect.any(String))
    }),
  )
  const kinds = fc.constantFrom('TEXT', 'IMAGE', 'FILE', 'FILE_IMAGE', 'LOCATE', 'WEBCARD', 'EMAIL', 'X')
  fc.assert(
    fc.property(
      kinds,
      fc.oneof(fc.json(), fc.string()),
      fc.dictionary(fc.string(), fc.anything()),
      (kind, words, more) => {
        expect(saidIn({ ...more, controlType: 'CHAT', mediaType: kind, content: words }).control).toBe('chat')
      },
    ),
  )
})

test('the older generation tells of its calls and messages by number', () => {
  expect(told('AgentChat_Ring', { callid: id, type: 'TEXTCHAT', senderaddrtype: 11 })).toMatchObject({
    ...{ type: 'chat-call', stage: 'ringing', channel: 'web', feature: 0 },
  })
  expect(told('AgentChat_Connected', { callId: id, type: 'EMAIL' })).toMatchObject({
    stage: 'talking',
    channel: 'email',
  })
  expect(told('AgentChat_Ring', { callid: id, senderaddrtype: '9' })).toMatchObject({ channel: 'agent', feature: 6 })
  expect(told('AgentChat_DataRecved', { callid: id, msgid: 7 })).toEqual({
    ...{ type: 'chat-waits', callId: id, messageId: '7' },
  })
  expect(told('AgentChat_Disconnected', { callid: id })).toEqual({ type: 'chat-disconnected', callId: id })
})
