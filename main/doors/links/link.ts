import type { LinkRefusal, LinkScheme } from '#contract'

export type Link =
  /** `plain`: digits and a leading plus only; anything with `*` or `#` may be an order to a switch. */
  | { readonly kind: 'dial'; readonly scheme: LinkScheme; readonly number: string; readonly plain: boolean }
  | { readonly kind: 'open'; readonly scheme: 'earshot' }
  | { readonly kind: 'refused'; readonly scheme: LinkScheme | null; readonly why: LinkRefusal }

/** Longer ones are nobody's number. */
const LONGEST = 512
/** The platform takes 24 signs of a number (spec/ccgateway.md 8.2, `called`). */
const number = /^\+?[\d*#]{1,24}$/
/** RFC 3966 section 3, `visual-separator`, and the spaces that people write all the same. */
const separators = /[\s().\-\u00a0\u2010-\u2015]/gu
const address = /^(tel|sip|sips|callto|earshot):(.*)$/is

/**
 * What a link of another program asks for. Only a number comes out of it: a host, a subject, headers and whatever else
 * stands in it are left where they are (RFC 3966, RFC 3261 section 19.1; `callto:` has no specification).
 */
export function readLink(text: string): Link {
  const refused = (scheme: LinkScheme | null, why: LinkRefusal): Link => ({ kind: 'refused', scheme, why })
  const found = address.exec(text.trim())
  if (!found) return refused(null, 'unknown')
  const scheme = schemeOf(found[1] ?? '')
  if (text.length > LONGEST) return refused(scheme, 'too-long')
  const rest = decoded(found[2] ?? '')
  if (rest === null) return refused(scheme, 'malformed')
  const body = rest.replace(/^\/\//, '')
  if (scheme === 'earshot') return ownLink(body) ?? refused(scheme, 'malformed')
  return dial(scheme, scheme === 'sip' ? userOf(body) : numberOf(body))
}

/** A number as people write it and pages hand it over, in no link. */
export function readNumber(text: string): Exclude<Link, { kind: 'open' }> {
  if (text.length > LONGEST) return { kind: 'refused', scheme: 'tel', why: 'too-long' }
  return dial('tel', numberOf(text.trim()))
}

function schemeOf(name: string): LinkScheme {
  const scheme = name.toLowerCase()
  return scheme === 'sips' ? 'sip' : (scheme as LinkScheme)
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** `earshot:open` and `earshot:dial/13800138000`; nothing that answers, ends or changes anything. */
function ownLink(body: string): Link | null {
  const words = body.replace(/\/+$/, '').split('/')
  if (words.length === 1 && words[0] === 'open') return { kind: 'open', scheme: 'earshot' }
  return words.length === 2 && words[0] === 'dial' ? dial('earshot', words[1] ?? '') : null
}

/** The user part, without a password; parameters of the number end it (RFC 3261 section 19.1.1). */
function userOf(body: string): string {
  const at = body.lastIndexOf('@')
  const user = at < 0 ? body : body.slice(0, at)
  return numberOf(user.split(':')[0] ?? '')
}

/** Without parameters (`;ext=`, `;phone-context=`) and without what Skype and mail programs append (`?subject=`). */
function numberOf(body: string): string {
  return body.split(/[;?&/]/)[0] ?? ''
}

function dial(scheme: LinkScheme, written: string): Exclude<Link, { kind: 'open' }> {
  const dialled = written.replace(separators, '')
  if (dialled === '' || dialled === '+') return { kind: 'refused', scheme, why: 'no-number' }
  if (!number.test(dialled)) return { kind: 'refused', scheme, why: dialled.length > 25 ? 'too-long' : 'no-number' }
  return { kind: 'dial', scheme, number: dialled, plain: /^\+?\d+$/.test(dialled) }
}

/** The first link among the words a program was started with; options of Chromium's and of ours are none. */
export function linkAmong(argv: readonly string[]): string | null {
  return argv.slice(1).find((word) => address.test(word)) ?? null
}
