import { expect, test } from 'vitest'
import { scrub } from '#renderer/phone/scrub.ts'

test.each([
  [
    'error parsing first line of SIP message: "INVITE sip:13800001111@x"',
    'error parsing first line of SIP message: "…"',
  ],
  ['Failed to parse SessionDescription. a=fingerprint:sha-256 AB:CD Invalid', 'Failed to parse SessionDescription. …'],
  ['no answer from 13800001111', 'no answer from …'],
  ['two\r\nlines', 'two lines'],
  ['unfinished "quote with a secret', 'unfinished "…"'],
])('%s', (text, scrubbed) => {
  expect(scrub(text)).toBe(scrubbed)
})

test('is short', () => {
  expect(scrub('word '.repeat(1_000)).length).toBeLessThanOrEqual(200)
})
