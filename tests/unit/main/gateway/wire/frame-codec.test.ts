import { expect, test } from 'vitest'
import { frameCodec } from '#main/gateway/wire/frame-codec.ts'

test('a request carries id, method, path, credential and body', () => {
  const frame = frameCodec.encode({ id: '1', method: 'PUT', path: '/onlineagent/6002', guid: 'g', body: { a: 1 } })

  expect(JSON.parse(frame)).toEqual({
    id: '1',
    method: 'PUT',
    path: '/onlineagent/6002',
    headers: { guid: 'g' },
    body: { a: 1 },
  })
})

test('a request before the sign-in has no credential, and none without a body has one', () => {
  const frame = frameCodec.encode({ id: '1', method: 'POST', path: '/x', guid: null })

  expect(JSON.parse(frame)).toEqual({ id: '1', method: 'POST', path: '/x' })
})

test('what is not an envelope is not understood', () => {
  expect(frameCodec.decode('hello')).toBeNull()
  expect(frameCodec.decode('{"retcode":"0"}')).toMatchObject({ retcode: '0' })
})
