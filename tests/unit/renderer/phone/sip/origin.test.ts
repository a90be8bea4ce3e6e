import { expect, test } from 'vitest'
import { Origin } from '#renderer/phone/sip/origin.ts'

function sdp(session: string, version: number): string {
  return `v=0\r\no=- ${session} ${version} IN IP4 127.0.0.1\r\ns=-\r\n`
}

test('whichever connection writes, the session stays and its version grows', () => {
  const origin = new Origin()

  const written = [sdp('11', 2), sdp('11', 3), sdp('22', 2), sdp('22', 3), sdp('33', 2)]

  expect(written.map((text) => origin.continue(text))).toEqual([2, 3, 5, 6, 8].map((version) => sdp('11', version)))
})

test('what has no origin is left as it is', () => {
  expect(new Origin().continue('our-offer')).toBe('our-offer')
})
