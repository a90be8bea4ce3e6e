import { describe, expect, test } from 'vitest'
import { calloutOf, outboundOf } from '../../../../preload/pop/callout.ts'

const wanted = { number: '88880523', mode: 'audio' }

describe('a message of the workbench is understood', () => {
  test.each([
    ['with names', { name: 'callout', param: { number: '88880523', mode: 'audio' } }],
    ['as a list', { name: 'callout', param: ['88880523', 'audio'] }],
    ['without a mode, which is by voice', { name: 'callout', param: ['88880523'] }],
    ['with a number that is one', { name: 'callout', param: [88880523, 'audio'] }],
    ['as JSON', '{"name":"callout","param":["88880523","audio"]}'],
  ])('%s', (_, message) => {
    expect(calloutOf(message)).toEqual(wanted)
  })

  test('also for video', () => {
    expect(calloutOf({ name: 'callout', param: ['1', 'video'] })).toEqual({ number: '1', mode: 'video' })
  })
})

describe('nothing else is', () => {
  test.each([
    ['another name', { name: 'hangup', param: ['1', 'audio'] }],
    ['another mode', { name: 'callout', param: ['1', 'email'] }],
    ['no number', { name: 'callout', param: [] }],
    ['an empty one', { name: 'callout', param: [' ', 'audio'] }],
    ['one without end', { name: 'callout', param: ['1'.repeat(65), 'audio'] }],
    ['an object for a number', { name: 'callout', param: [{ number: '1' }, 'audio'] }],
    ['text that is no JSON', 'callout'],
    ['a long text', `{"name":"callout","param":["1","audio"],"x":"${'x'.repeat(1_000)}"}`],
    ['null', null],
    ['a list', ['callout', '1']],
    ['a number', 7],
  ])('%s', (_, message) => {
    expect(calloutOf(message)).toBeNull()
  })
})

describe('clickToOutbound', () => {
  test('takes an object, as Huawei documents it', () => {
    expect(outboundOf({ mediaType: 'video', calledNum: '12345678' })).toEqual({ number: '12345678', mode: 'video' })
  })

  test('takes a number and a type', () => {
    expect(outboundOf('88880523', 'audio')).toEqual(wanted)
    expect(outboundOf('88880523')).toEqual(wanted)
  })

  test('makes no call of an e-mail', () => {
    expect(outboundOf({ mediaType: 'email', calledNum: 'amy@example.com' })).toBeNull()
    expect(outboundOf({ mediaType: 'whatsapp', calledNum: '1' })).toBeNull()
    expect(outboundOf(undefined)).toBeNull()
  })
})
