import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PopValues } from '#main/pop/site-page.ts'
import { addressOf, originOf } from '#main/pop/template.ts'

const ways = ['../', '..', '/', '?', '#', '&', '=', '%', '%2e%2e', '%2F', '\\', '@', ':', '//']
const breaks = ['\r\n', '\t', '\0', '"', "'", '\uD800', '\uDC00', '𠮷', '{callid}', ' ', 'evil']
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...ways, ...breaks), { maxLength: 8 }).map((all) => all.join('')),
)
/** Half a surrogate pair is no character. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD')

function addressFor(url: string, values: PopValues, method: 'GET' | 'POST' = 'GET', parameters?: PopValues) {
  const built = addressOf({ url, method, ...(parameters && { parameters }) }, values)
  return built.ok ? built.address : null
}

const template = 'https://crm.example:8443/a/{callerNum}/b{callid}?x=1&q={skillName}&z=2#f/{calldata}/end'

function isWhole(url: URL, { callerNum = '', callid = '', skillName = '', calldata = '' }: PopValues): void {
  const steps = ['', 'a', wellFormed(callerNum), `b${wellFormed(callid)}`]
  const sent = { x: '1', q: wellFormed(skillName), z: '2' }
  expect(url.origin + url.username + url.password).toBe('https://crm.example:8443')
  expect(url.pathname.split('/').map(decodeURIComponent)).toEqual(steps)
  expect([...url.searchParams]).toEqual(Object.entries(sent))
  expect(decodeURIComponent(url.hash)).toBe(`#f/${wellFormed(calldata)}/end`)
}

test('no value leaves its place in a path, a query or a fragment', () => {
  const values = fc.record({ callerNum: anything, callid: anything, skillName: anything, calldata: anything })
  fc.assert(
    fc.property(values, (all) => {
      const address = addressFor(template, all)
      if (address) isWhole(new URL(address.url), all)
      // For a step of dots alone there is no spelling.
      else expect(['.', '..']).toContain(all.callerNum)
    }),
    { numRuns: 2_000 },
  )
})

test('no parameter adds to what is sent or posted, whatever its name and value', () => {
  const name = anything.filter((text) => text !== '')
  fc.assert(
    fc.property(anything, anything, name, (callerNum, calldata, called) => {
      const values = { callerNum, calldata }
      const names = { callerNum: called, calldata: 'd' }
      const expected = [
        [wellFormed(called), wellFormed(callerNum)],
        ['d', wellFormed(calldata)],
      ]
      const sent = new URL(addressFor('https://crm/p#top', values, 'GET', names)?.url ?? '')
      expect(sent.origin + sent.pathname + sent.hash).toBe('https://crm/p#top')
      expect([...sent.searchParams]).toEqual(expected)
      const posted = addressFor('https://crm/p', values, 'POST', names)
      expect(posted?.url).toBe('https://crm/p')
      expect([...new URLSearchParams(posted?.form ?? '')]).toEqual(expected)
    }),
  )
})

test('whatever a template is, what comes of it is an address of http or https at the host it names', () => {
  const part = fc.constantFrom(...ways, ...breaks, 'https://', 'http:', 'crm', '{callerNum}', '{', '}', 'a')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 10 }), anything, (parts, callerNum) => {
      const address = addressFor(parts.join(''), { callerNum, callid: callerNum })
      if (!address) return
      const url = new URL(address.url)
      expect(url.protocol).toMatch(/^https?:$/)
      expect(url.origin).toBe(originOf(parts.join('')))
      expect(url.username + url.password).toBe('')
    }),
    { numRuns: 3_000 },
  )
})
