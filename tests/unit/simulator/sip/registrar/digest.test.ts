import { createHash } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { createDigest } from '#simulator/sip/registrar/digest.ts'

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

afterEach(() => {
  vi.useRealTimers()
})

function answer(challenge: string, { number = '1', password = 'secret', nc = '00000001' } = {}): string {
  const nonce = /nonce="([^"]+)"/.exec(challenge)?.[1]
  const secret = md5(`${number}:earshot:${password}`)
  const response = md5(`${secret}:${nonce}:${nc}:0a4f113b:auth:${md5('REGISTER:sip:localhost')}`)
  return (
    `Digest algorithm=MD5, username="${number}", realm="earshot", nonce="${nonce}", uri="sip:localhost", ` +
    `response="${response}", qop=auth, cnonce="0a4f113b", nc=${nc}`
  )
}

function start() {
  const digest = createDigest((number) => (number === '1' ? 'secret' : undefined), 1000)
  return { digest, challenge: digest.challenges(false)[0] ?? '' }
}

test('no credentials: asked for', () => {
  expect(start().digest.judge(undefined, 'REGISTER', '1')).toEqual({ outcome: 'ask', stale: false })
})

test('right credentials are genuine', () => {
  const { digest, challenge } = start()

  expect(digest.judge(answer(challenge), 'REGISTER', '1')).toEqual({ outcome: 'genuine', number: '1' })
})

test.each([
  ['a wrong password', 'REGISTER', '1', { password: 'guess' }],
  ['another method', 'INVITE', '1', {}],
  ['another number', 'REGISTER', '2', {}],
  ['a number nobody has', 'REGISTER', '3', { number: '3' }],
])('%s is wrong', (_, method, number, given) => {
  const { digest, challenge } = start()

  expect(digest.judge(answer(challenge, given), method, number)).toEqual({ outcome: 'wrong' })
})

test('a count used before is asked for again, the next one is not', () => {
  const { digest, challenge } = start()
  digest.judge(answer(challenge), 'REGISTER', '1')

  expect(digest.judge(answer(challenge), 'REGISTER', '1')).toEqual({ outcome: 'ask', stale: true })
  expect(digest.judge(answer(challenge, { nc: '00000002' }), 'REGISTER', '1').outcome).toBe('genuine')
})

test('a nonce of old or of someone else is asked for again', () => {
  vi.useFakeTimers()
  const { digest, challenge } = start()
  vi.advanceTimersByTime(1001)

  expect(digest.judge(answer(challenge), 'REGISTER', '1')).toEqual({ outcome: 'ask', stale: true })
  expect(digest.judge(answer('nonce="made up"'), 'REGISTER', '1')).toEqual({ outcome: 'ask', stale: true })
  expect(digest.challenges(true)[0]).toContain('stale=true')
})

test('of both algorithms SHA-256 is offered first, and each answer judged by its own', () => {
  const digest = createDigest(
    () => 'secret',
    1000,
    () => ['SHA-256', 'MD5'],
  )

  const [first = '', second = ''] = digest.challenges(false)

  expect(first).toContain('algorithm=SHA-256')
  expect(digest.judge(answer(second), 'REGISTER', '1').outcome).toBe('genuine')
  expect(digest.judge(answer(first), 'REGISTER', '1').outcome).toBe('wrong')
})
