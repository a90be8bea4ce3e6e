import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEnvelope, readEnvelope } from '#main/gateway/wire/envelope.ts'

describe('an answer', () => {
  test('is read with its id, result and new credential', () => {
    const frame = '{"id":"7","message":"success","retcode":"0","result":{"a":1},"guid":"g2"}'

    expect(parseEnvelope(frame)).toEqual({
      id: '7',
      message: 'success',
      retcode: '0',
      result: { a: 1 },
      guid: 'g2',
      events: [],
    })
  })

  test('may say msg for message and a number for the code', () => {
    expect(readEnvelope({ msg: 'nope', retcode: 0, result: null })).toMatchObject({ message: 'nope', retcode: '0' })
  })

  test('without a code is none', () => {
    expect(readEnvelope({ message: 'success', result: {} })).toBeNull()
    expect(readEnvelope({ retcode: null })).toBeNull()
  })
})

describe('events', () => {
  const ready = { eventType: 'AgentState_Ready', workNo: 6002, content: null }

  test.each([
    ['one event', { message: '', retcode: '0', event: ready }],
    ['a list under event', { retcode: '0', event: [ready] }],
    ['an eventList without a code', { workNo: '6002', eventList: [ready] }],
    ['a bare list', [ready]],
  ])('come as %s', (_, frame) => {
    expect(readEnvelope(frame)).toMatchObject({ retcode: '0', events: [ready] })
  })

  test('come without an envelope, noise and all', () => {
    const bare = { ...ready, jsonKey: ['eventType'] }

    expect(readEnvelope(bare)).toMatchObject({ retcode: '0', events: [bare] })
  })

  test.each([[{ retcode: '0', message: '' }], [{ retcode: '0', event: null }], [{ retcode: '0', eventList: [] }]])(
    'are none in %j',
    (frame) => {
      expect(readEnvelope(frame)).toMatchObject({ retcode: '0', events: [] })
    },
  )
})

describe('anything else', () => {
  test.each(['', 'not json', '<html>502</html>', '"text"', '12', 'null', 'true', '{}'])(
    '%s is no envelope',
    (frame) => {
      expect(parseEnvelope(frame)).toBeNull()
    },
  )

  test('never throws', () => {
    fc.assert(fc.property(fc.string(), (frame) => parseEnvelope(frame) === null || true))
    fc.assert(fc.property(fc.json(), (frame) => parseEnvelope(frame) === null || true))
    const key = fc.constantFrom('id', 'retcode', 'message', 'msg', 'result', 'guid', 'event', 'eventList', 'eventType')
    fc.assert(fc.property(fc.dictionary(key, fc.jsonValue()), (frame) => readEnvelope(frame) === null || true))
  })
})
