import { describe, expect, test } from 'vitest'
import type { PopValue, PopValues, SitePage } from '#main/pop/site-page.ts'
import { addressOf, originOf, valuesNamed } from '#main/pop/template.ts'

type Template = Pick<SitePage, 'url' | 'method' | 'parameters'>

const get = (url: string, parameters?: PopValues): Template => ({
  url,
  method: 'GET',
  ...(parameters && { parameters }),
})
const post = (url: string, parameters?: PopValues): Template => ({ ...get(url, parameters), method: 'POST' })

const known = { callerNum: '+86 755', callid: '7-1' }

const built: readonly [string, Template, PopValues, string][] = [
  [
    'values stand where the template has them',
    get('https://crm/c/{callerNum}?id={callid}#{callid}'),
    known,
    'https://crm/c/%2B86%20755?id=7-1#7-1',
  ],
  [
    'without any place for them all are sent under the usual names',
    get('https://crm/pop'),
    known,
    'https://crm/pop?callerNum=%2B86%20755&callid=7-1',
  ],
  [
    'those are the names that Huawei’s workbench has for them, and those of the specification',
    get('https://crm/pop'),
    { mediaType: 'wechat', mediaCode: '5', skillName: 'Cards', skillId: '7', calldata: 'x' },
    'https://crm/pop?mediaType=5&callskill=Cards&callskillid=7&calldata=x&skillName=Cards&skillId=7',
  ],
  ['with places of its own nothing more is sent', get('https://crm/{callid}'), known, 'https://crm/7-1'],
  [
    'names that the site has given are used, and encoded',
    get('https://crm/pop', { callerNum: 'a b&' }),
    known,
    'https://crm/pop?a%20b%26=%2B86%20755',
  ],
  [
    'what a call does not have is left out',
    get('https://crm/pop', { calldata: 'd', callid: 'i' }),
    known,
    'https://crm/pop?i=7-1',
  ],
  ['nothing known, nothing asked', get('https://crm/pop', { calldata: 'd' }), known, 'https://crm/pop'],
  [
    'parameters go behind the query that is there, before the fragment',
    get('https://crm/?a=1#top', { callid: 'i' }),
    known,
    'https://crm/?a=1&i=7-1#top',
  ],
  ['an empty query gets no empty parameter', get('https://crm/?', { callid: 'i' }), known, 'https://crm/?i=7-1'],
  ['a host alone is enough', get('https://crm:8443', { callid: 'i' }), known, 'https://crm:8443/?i=7-1'],
  ['a query may follow the host', get('http://crm?q={callid}'), known, 'http://crm/?q=7-1'],
  [
    'places and named parameters go together',
    get('https://crm/{callid}', { callid: 'i' }),
    known,
    'https://crm/7-1?i=7-1',
  ],
]

describe('an address', () => {
  test.each(built)('%s', (_, page, values, url) => {
    expect(addressOf(page, values)).toEqual({ ok: true, address: { url, form: null } })
  })

  test('what is posted stands in the form and not in the address', () => {
    expect(addressOf(post('https://crm/pop?a=1', { callerNum: 'from', callid: 'i' }), known)).toEqual({
      ok: true,
      address: { url: 'https://crm/pop?a=1', form: 'from=%2B86+755&i=7-1' },
    })
    expect(addressOf(post('https://crm/pop'), { callid: '7&b=1' })).toMatchObject({
      address: { form: 'callid=7%26b%3D1' },
    })
  })
})

describe('there is none', () => {
  test.each([
    ['a value is missing', 'https://crm/{callerNum}/{calldata}', { kind: 'missing', value: 'calldata' }],
    ['the scheme is another', 'javascript:alert({callerNum})', { kind: 'scheme' }],
    ['the scheme is a file', 'file:///etc/{callerNum}', { kind: 'scheme' }],
    ['the host is a value', 'https://{callerNum}/', { kind: 'malformed' }],
    ['part of the host is a value', 'https://crm{callerNum}/', { kind: 'malformed' }],
    ['a user stands before the host', 'https://crm@evil/', { kind: 'malformed' }],
    ['a backslash stands for a slash', 'https://crm\\evil/', { kind: 'malformed' }],
    ['a backslash stands in the path', 'https://crm/a\\b', { kind: 'malformed' }],
    ['there is no such value', 'https://crm/{password}', { kind: 'malformed' }],
    ['a brace is left over', 'https://crm/{callerNum', { kind: 'malformed' }],
    ['an escape is left open before a value', 'https://crm/%{callerNum}', { kind: 'malformed' }],
    ['an escape is half open before a value', 'https://crm/%2{callerNum}', { kind: 'malformed' }],
    ['the path goes back', 'https://crm/a/../{callerNum}', { kind: 'malformed' }],
    ['there is a space in it', 'https://crm/a b', { kind: 'malformed' }],
    ['the port is none', 'https://crm:99999/', { kind: 'malformed' }],
  ])('where %s', (_, url, why) => {
    expect(addressOf(get(url), { callerNum: '1' })).toEqual({ ok: false, why })
  })

  test.each(['.', '..'])(
    'where a whole step of the path would be %s, which every browser reads as a way',
    (callerNum) => {
      expect(addressOf(get('https://crm/a/{callerNum}/b'), { callerNum })).toMatchObject({ ok: false })
      expect(addressOf(get('https://crm/{callerNum}'), { callerNum })).toMatchObject({ ok: false })
      expect(addressOf(get('https://crm/x{callerNum}'), { callerNum })).toMatchObject({ ok: true })
      expect(addressOf(get('https://crm/?q={callerNum}'), { callerNum })).toMatchObject({ ok: true })
    },
  )
})

test('a page names the values that stand in its address and in its parameters', () => {
  const named: PopValue[] = ['callerNum', 'calldata']
  expect(valuesNamed(get('https://crm/{callerNum}/{what}', { calldata: 'd' }))).toEqual(named)
  expect(valuesNamed(get('https://crm/'))).toEqual([])
})

test('a page is at home where its address begins, and one without an address nowhere', () => {
  expect(originOf('https://crm:443/{callid}')).toBe('https://crm')
  expect(originOf('about:blank')).toBe('null')
})
