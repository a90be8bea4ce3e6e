import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerLast, type FakeLine, registeredLine, settle } from './fake-line.ts'
import { answer, type Sent } from './fake-server.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A description of one end's own. */
function sdpOf(end: string, direction = 'sendrecv'): string {
  return [
    'v=0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 8',
    `a=ice-ufrag:${end}`,
    `a=fingerprint:sha-256 ${end}`,
    `a=${direction}`,
    '',
  ].join('\r\n')
}

/** What we dial is carried to several who answer for themselves. */
async function dialled() {
  const begun = await registeredLine()
  await begun.line.command({ verb: 'dial', dialogId: 'ours', number: '10086' })
  await settle()
  const [invite] = begun.server.sent('INVITE')
  if (invite === undefined) throw new Error('nothing was dialled')
  const says = async (tag: string, status: string, body = '', headers: readonly string[] = []) => {
    const contact = `Contact: <sip:${tag}@sip.example;transport=ws>`
    const text = answer(invite, status, [contact, ...headers], body)
    begun.server.socket.say(text.replace(';tag=server', `;tag=${tag}`))
    await settle()
  }
  return { ...begun, invite, says }
}

function toTags(sent: readonly Sent[]): string[] {
  return sent.map((message) => /tag=(\w+)/.exec(message.header('To'))?.[1] ?? '')
}

function heard({ opened }: Pick<FakeLine, 'opened'>): string[][] {
  const kindAndEnd = (text: string) => `${text.split(' ')[0]} ${/ufrag:(\w+)/.exec(text)?.[1]}`
  return opened.map((media) => media.heard.map(kindAndEnd))
}

const reliable = ['Require: 100rel', 'RSeq: 1']

test('who answers after another was heard gets an offer of their own, and is the call', async () => {
  const begun = await dialled()
  const { server, says, told, opened } = begun

  await says('A', '183 Session Progress', sdpOf('A'))
  await says('B', '200 OK', sdpOf('B'))
  const [, again] = server.sent('INVITE')
  await answerLast(begun, 'INVITE', '200 OK', { body: sdpOf('B2') })

  expect(toTags(server.sent('ACK'))).toEqual(['B', 'B'])
  expect(toTags(again === undefined ? [] : [again])).toEqual(['B'])
  expect(heard(begun)).toEqual([['early-answer A'], ['answer B2']])
  expect(opened.map(({ awaits }) => awaits)).toEqual(['their-answer', 'nothing'])
  expect(told('established')).toHaveLength(1)
  expect([told('ended'), server.sent('BYE')]).toEqual([[], []])
})

test('the one who was heard first may still be the one who answers', async () => {
  const begun = await dialled()

  await begun.says('A', '183 Session Progress', sdpOf('A'))
  await begun.says('B', '183 Session Progress', sdpOf('B'))
  await begun.says('A', '200 OK', sdpOf('A'))

  expect(heard(begun)).toEqual([['early-answer A', 'answer A']])
  expect(begun.server.sent('INVITE')).toHaveLength(1)
  expect(begun.told('established')).toHaveLength(1)
})

test('of two who answer the second is acknowledged and told to go', async () => {
  const begun = await dialled()
  const { server, says, told } = begun

  await says('A', '183 Session Progress', sdpOf('A'))
  await says('B', '200 OK', sdpOf('B'))
  await says('A', '200 OK', sdpOf('A'))
  await answerLast(begun, 'BYE', '200 OK')

  expect(toTags(server.sent('ACK'))).toEqual(['B', 'A'])
  expect(toTags(server.sent('BYE'))).toEqual(['A'])
  expect(told('ended')).toEqual([])
})

test('an early answer that was asked to be acknowledged is, and stands for a 200 without one', async () => {
  const begun = await dialled()

  await begun.says('A', '183 Session Progress', sdpOf('A'), reliable)
  await begun.says('B', '183 Session Progress', sdpOf('B'), reliable)
  await answerLast(begun, 'PRACK', '200 OK')
  await begun.says('A', '200 OK')

  expect(toTags(begun.server.sent('PRACK'))).toEqual(['A', 'B'])
  expect(heard(begun)).toEqual([['early-answer A', 'answer A']])
})

test('an early answer of the one who was not heard counts as well, where the 200 has none', async () => {
  const begun = await dialled()

  await begun.says('A', '183 Session Progress', sdpOf('A'), reliable)
  await begun.says('B', '183 Session Progress', sdpOf('B'), reliable)
  await begun.says('B', '200 OK')
  await answerLast(begun, 'INVITE', '200 OK', { body: sdpOf('B2') })

  expect(heard(begun)).toEqual([['early-answer A'], ['answer B2']])
})

test('where the others only rang there is nothing to begin anew', async () => {
  const begun = await dialled()

  await begun.says('A', '180 Ringing')
  await begun.says('B', '180 Ringing')
  await begun.says('B', '200 OK', sdpOf('B'))

  expect(heard(begun)).toEqual([['answer B']])
  expect(begun.server.sent('INVITE')).toHaveLength(1)
})

test('two dialogs with one and the same media, as behind a relay, need no other offer', async () => {
  const begun = await dialled()

  await begun.says('A', '183 Session Progress', sdpOf('relay'))
  await begun.says('B', '200 OK', sdpOf('relay'))

  expect(heard(begun)).toEqual([['early-answer relay', 'answer relay']])
  expect(begun.server.sent('INVITE')).toHaveLength(1)
})

test('one dialog whose media changes when it is answered, as behind a proxy that hides forks, is offered anew', async () => {
  const begun = await dialled()

  await begun.says('A', '183 Session Progress', sdpOf('announcement'))
  await begun.says('A', '200 OK', sdpOf('human'))
  await answerLast(begun, 'INVITE', '200 OK', { body: sdpOf('human') })

  expect(heard(begun)).toEqual([['early-answer announcement', 'answer announcement'], ['answer human']])
})

test('who only spoke before answering and then listens as well is not held', async () => {
  const begun = await dialled()

  await begun.says('A', '183 Session Progress', sdpOf('A', 'sendonly'))
  await begun.says('A', '200 OK', sdpOf('A'))
  await answerLast(begun, 'INVITE', '200 OK', { body: sdpOf('A') })

  expect(begun.told('held-by-far-side').at(-1)).toMatchObject({ held: false })
  expect(begun.opened).toHaveLength(1)
  expect(begun.server.sent('INVITE')).toHaveLength(2)
})

test('early media that nothing can be made of is not the end of the call', async () => {
  const begun = await dialled()

  await begun.says('A', '183 Session Progress', `${sdpOf('A')}refuse`)
  await begun.says('B', '200 OK', sdpOf('B'))

  expect(heard(begun)).toEqual([['answer B']])
  expect(begun.told('established')).toHaveLength(1)
})

test('what is not an answer is not heard early', async () => {
  const begun = await dialled()

  await begun.says('A', '183 Session Progress', sdpOf('A'), ['Content-Disposition: early-session'])

  expect(heard(begun)).toEqual([[]])
})

test('whose keys another fork has spoilt is offered anew when they answer', async () => {
  const begun = await dialled()

  await begun.says('A', '183 Session Progress', sdpOf('A'))
  for (const media of begun.opened) media.broken = true
  await begun.says('A', '200 OK', sdpOf('A'))
  await answerLast(begun, 'INVITE', '200 OK', { body: sdpOf('A') })

  expect(heard(begun)).toEqual([['early-answer A', 'answer A'], ['answer A']])
})

test('where keys fail in a call a lost path is mended by a new connection', async () => {
  const begun = await dialled()
  await begun.says('A', '200 OK', sdpOf('A'))
  for (const media of begun.opened) media.broken = true

  await Promise.race([begun.line.renew('ours', true), settle()])
  await answerLast(begun, 'INVITE', '200 OK', { body: sdpOf('A') })

  expect(heard(begun)).toEqual([['answer A'], ['answer A']])
})

test('who answers and then takes no offer cannot be talked to, and is told so', async () => {
  const begun = await dialled()

  await begun.says('A', '183 Session Progress', sdpOf('A'))
  await begun.says('B', '200 OK', sdpOf('B'))
  await answerLast(begun, 'INVITE', '488 Not Acceptable Here')

  expect(toTags(begun.server.sent('BYE'))).toEqual(['B'])
  expect(begun.told('ended')).toHaveLength(1)
})

test('all who answer what was hung up already are told to go', async () => {
  const begun = await dialled()

  await begun.says('A', '183 Session Progress', sdpOf('A'))
  await begun.line.command({ verb: 'hang-up', dialogId: 'ours' })
  await settle()
  await begun.says('B', '200 OK', sdpOf('B'))
  await begun.says('A', '200 OK', sdpOf('A'))

  expect(toTags(begun.server.sent('BYE'))).toEqual(['B', 'A'])
  expect(begun.told('established')).toEqual([])
  expect(begun.told('ended')).toEqual([{ type: 'ended', dialogId: 'ours', cause: 'we-ended' }])
})
