import type { PopRefusal } from '#contract'
import type { PopValue, PopValues, SitePage } from './site-page.ts'
import { usualParameters } from './usual-parameters.ts'
import type { PageAddress } from './views.ts'

export type Built =
  | { readonly ok: true; readonly address: PageAddress }
  | { readonly ok: false; readonly why: PopRefusal['why'] }

type Template = Pick<SitePage, 'url' | 'method' | 'parameters'>

const NAMES: ReadonlySet<string> = new Set<PopValue>([
  ...(['callerNum', 'calledNum', 'callid', 'mediaType', 'mediaCode', 'callType', 'workNo'] as const),
  ...(['calldata', 'skillName', 'skillId', 'account', 'origin'] as const),
])

const placeholder = /\{([^{}]*)\}/g
/** Scheme and host stand for themselves: no value, no user and no second reading of them. */
const fixed = /^(https?:\/\/[^\s{}/?#@\\]+)([/?#].*)?$/is
/** A percent sign that begins no escape would make one with the value behind it. */
const looseEscape = /%(?![\da-f]{2})/i
/** Also in the other spelling that browsers read as dots (WHATWG URL, double-dot URL path segment). */
const dotSegment = /^(?:\.|%2e){1,2}$/i

/** Which values this page asks for by name. */
export function valuesNamed({ url, parameters = {} }: Pick<SitePage, 'url' | 'parameters'>): readonly PopValue[] {
  return [...placeholders(url), ...(Object.keys(parameters) as PopValue[])]
}

/**
 * The address of a page for these values. Whatever a caller's number or name says, it stays one value in the place that
 * the template has for it; where no spelling can do that, there is no address.
 */
export function addressOf(page: Template, values: PopValues): Built {
  if (!/^https?:/i.test(page.url)) return refused({ kind: 'scheme' })
  const [, host, rest = '/'] = fixed.exec(page.url) ?? []
  if (host === undefined || !isSound(rest)) return refused({ kind: 'malformed' })
  const missing = placeholders(rest).find((name) => values[name] === undefined)
  if (missing !== undefined) return refused({ kind: 'missing', value: missing })
  const filled = rest.replace(placeholder, (_, name: PopValue) => encoded(values[name] ?? ''))
  const sent = parametersOf(page, values)
  const text = page.method === 'GET' ? host + withQuery(filled, sent) : host + filled
  if (!URL.canParse(text) || hasDots(filled)) return refused({ kind: 'malformed' })
  const form = page.method === 'GET' ? null : new URLSearchParams(sent).toString()
  return { ok: true, address: { url: new URL(text).href, form } }
}

/** Where the page is at home: what it may dial from, and what it is told of as `origin`. */
export function originOf(url: string): string {
  const [, host = ''] = fixed.exec(url) ?? []
  return URL.canParse(host) ? new URL(host).origin : 'null'
}

function refused(why: PopRefusal['why']): Built {
  return { ok: false, why }
}

function placeholders(text: string): PopValue[] {
  return [...text.matchAll(placeholder)].flatMap(([, name = '']) => (NAMES.has(name) ? [name as PopValue] : []))
}

function isSound(rest: string): boolean {
  const names = [...rest.matchAll(placeholder)].map(([, name = '']) => name)
  const around = rest.replace(placeholder, '\0')
  return names.every((name) => NAMES.has(name)) && !/[\s{}\\]/.test(around) && !looseEscape.test(around)
}

/** A half of a surrogate pair is no character, and nothing can encode it. */
function encoded(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD'))
}

function hasDots(rest: string): boolean {
  const [path = ''] = rest.split(/[?#]/)
  return path.split('/').some((segment) => dotSegment.test(segment))
}

/** Name and value of each parameter; those that are not known are left out. */
function parametersOf({ url, parameters }: Template, values: PopValues): [string, string][] {
  if (parameters === undefined && placeholders(url).length > 0) return []
  const names = parameters ? Object.entries(parameters) : usualParameters
  return names.flatMap(([value, name]): [string, string][] => {
    const known = values[value as PopValue]
    return known === undefined ? [] : [[name, known]]
  })
}

/** Behind whatever query there is, before the fragment. */
function withQuery(rest: string, sent: readonly (readonly [string, string])[]): string {
  if (sent.length === 0) return rest
  const hash = rest.indexOf('#')
  const [before, fragment] = hash < 0 ? [rest, ''] : [rest.slice(0, hash), rest.slice(hash)]
  const added = sent.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')
  return `${before}${joint(before)}${added}${fragment}`
}

function joint(before: string): string {
  if (!before.includes('?')) return '?'
  return /[?&]$/.test(before) ? '' : '&'
}
