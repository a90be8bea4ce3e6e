import { describe, expect, test } from 'vitest'
import type { Call, Chat } from '#contract'
import { type CallWord, type ChatWord, subjectsOf } from '#main/pop/subjects.ts'
import { chatOf } from '#support/chat-builders.ts'

function callOf(call: Partial<Call> = {}): Call {
  return {
    ...{ id: 'A', direction: 'incoming', number: '13800138000', part: 'main', startedAt: 1, verbs: [], parties: [] },
    phase: { name: 'ringing', since: 1 },
    ...call,
  }
}

function ofCall(call: Partial<Call>, word: CallWord = {}) {
  const words = { ofCall: () => word, ofChat: () => null }
  return subjectsOf({ list: [callOf(call)] }, { list: [] }, words)[0]
}

function ofChat(chat: Partial<Chat>, word: ChatWord | null = null) {
  return subjectsOf({ list: [] }, { list: [chatOf(chat)] }, { ofCall: () => null, ofChat: () => word })[0]
}

const word = { gatewayId: '1456-17', ends: { caller: '13800138000', called: '4001' }, queueId: 7 }

test('a call tells what the platform has said of it', () => {
  const told = { queue: 'Billing', name: 'Li Na', associatedData: 'vip' }
  expect(ofCall(told, word)).toEqual({
    ...{ subject: { kind: 'call', callId: 'A' }, stage: 'ringing', outgoing: false, media: 'audio', front: true },
    ...{ number: '13800138000', person: 'Li Na', awaited: [] },
    values: {
      ...{
        callerNum: '13800138000',
        calledNum: '4001',
        callid: '1456-17',
        mediaType: 'audio',
        mediaCode: '1',
        callType: '0',
      },
      ...{ calldata: 'vip', skillName: 'Billing', skillId: '7' },
    },
  })
})

test('of a call that the agent makes the customer is the one who is called', () => {
  const ends = { caller: 'A6001', called: '13800138000' }
  expect(ofCall({ direction: 'outgoing' }, { ...word, ends })).toMatchObject({
    outgoing: true,
    values: { callerNum: '6001', calledNum: '13800138000', callType: '1' },
  })
})

test('what nobody has said is not there, and nothing of it is empty', () => {
  expect(ofCall({ associatedData: '', queue: '' })?.values).toEqual({
    ...{ callerNum: '13800138000', mediaType: 'audio', mediaCode: '1', callType: '0' },
  })
})

test('the data of a call is awaited until it comes or the call is over', () => {
  const ended = { name: 'ended', at: 2, reason: 'customer-hung-up' } as const
  expect(ofCall({}, word)?.awaited).toEqual(['calldata'])
  expect(ofCall({ associatedData: '' }, word)?.awaited).toEqual([])
  expect(ofCall({ phase: ended }, word)?.awaited).toEqual([])
})

test('so is the id of a call just dialled, but no word of a platform about a call of the line alone', () => {
  expect(ofCall({ direction: 'outgoing' })?.awaited).toEqual(['callid', 'calldata'])
  expect(ofCall({}, { dialogId: 'd' })?.awaited).toEqual([])
})

test('a video call is one by the platform’s word, else by the agent’s wish', () => {
  expect(ofCall({}, { videoCall: true })).toMatchObject({ media: 'video', values: { mediaType: 'video' } })
  expect(ofCall({}, { videoWanted: 'now' })?.media).toBe('video')
  expect(ofCall({}, { videoCall: false, videoWanted: 'now' })?.media).toBe('audio')
})

describe('a call is nobody’s page', () => {
  test.each([
    ['with a colleague', { direction: 'internal' }, word],
    ['about another', { part: 'consult' }, word],
    ['that is listened to', { part: 'listen' }, word],
    ['of which only the phone rings', { number: '' }, {}],
  ] as const)('%s', (_, call, said) => {
    expect(ofCall(call, said)).toBeUndefined()
  })

  test('but one without a number has its page all the same', () => {
    expect(ofCall({ number: '' }, word)?.values).not.toHaveProperty('callerNum')
  })
})

test.each([
  [{ name: 'arriving' }, 'incoming', 'incoming'],
  [{ name: 'arriving' }, 'outgoing', 'dialling'],
  [{ name: 'dialling', since: 1, farSideRings: false }, 'outgoing', 'dialling'],
  [{ name: 'dialling', since: 1, farSideRings: true }, 'outgoing', 'far-side-rings'],
  [{ name: 'ringing', since: 1 }, 'incoming', 'ringing'],
  [{ name: 'talking', since: 1, muted: false }, 'incoming', 'talking'],
  [{ name: 'held', since: 1 }, 'incoming', 'talking'],
  [{ name: 'ended', at: 1, reason: 'failed' }, 'incoming', 'over'],
] as const)('%j of an %s call is %s', (phase, direction, stage) => {
  expect(ofCall({ phase, direction })?.stage).toBe(stage)
})

test('only the first call is that of the call bar, and none that is over', () => {
  const over = callOf({ id: 'B', phase: { name: 'ended', at: 1, reason: 'failed' } })
  const words = { ofCall: () => null, ofChat: () => null }
  const fronts = (...list: readonly Call[]) => subjectsOf({ list }, { list: [] }, words).map(({ front }) => front)
  expect(fronts(callOf(), callOf({ id: 'C' }), over)).toEqual([true, false, false])
  expect(fronts(over)).toEqual([false])
})

describe('a chat', () => {
  test('tells who writes, where and to which queue', () => {
    expect(ofChat({ associatedData: 'x' }, { called: '7001', queueId: 3 })).toMatchObject({
      ...{ subject: { kind: 'chat', chatId: 'chat-1' }, stage: 'talking', media: 'chat', person: 'Li Na 李娜' },
      values: {
        ...{
          callerNum: 'oABCD1234',
          calledNum: '7001',
          callid: 'chat-1',
          mediaType: 'wechat',
          mediaCode: '5',
          callType: '0',
        },
        ...{ calldata: 'x', skillName: 'Billing 账单', skillId: '3' },
      },
    })
  })

  test('that the agent began is to the customer', () => {
    const chat = ofChat({ direction: 'outgoing', customer: { id: 'o1' }, channel: 'unknown' })
    expect(chat).toMatchObject({ person: 'o1', values: { calledNum: 'o1', callType: '1' } })
    expect(chat?.values).not.toHaveProperty('callerNum')
    expect(chat?.values).not.toHaveProperty('mediaType')
  })

  test('has the stages of a call, and its data is asked for once it is open', () => {
    expect(ofChat({ phase: { name: 'ringing', since: 1 } })).toMatchObject({ stage: 'ringing', awaited: [] })
    expect(ofChat({})).toMatchObject({ stage: 'talking', awaited: ['calldata'] })
    expect(ofChat({ phase: { name: 'ended', at: 1, how: 'timed-out' } })?.stage).toBe('over')
  })

  test('with a colleague is nobody’s page', () => {
    expect(ofChat({ direction: 'internal' })).toBeUndefined()
  })
})
