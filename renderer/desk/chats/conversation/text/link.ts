import type { TextPart } from './text-parts.ts'

type Link = Extract<TextPart, { kind: 'link' }>

/** What of a found address is its sentence's, not its own. */
const trailing = /[.,;:!?'"*_~\])}>]+$/

/** A link that can be asked about: http or https, and the host it really goes to. */
export function linkOf(found: string): Link | null {
  const text = withoutTrailing(found)
  const url = webAddress(/^www\./i.test(text) ? `https://${text}` : text)
  return url && { kind: 'link', text, url: url.href, host: shownHost(url), posing: isPosing(text, url) }
}

/** Null for anything but an http or https address with a host. */
export function webAddress(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null
  return url && ['http:', 'https:'].includes(url.protocol) && url.hostname ? url : null
}

export function shownHost({ host }: URL): string {
  return host
}

/** Its text does not start with the host that it goes to: a name before an @, or letters of another script. */
function isPosing(text: string, url: URL): boolean {
  const written = text.toLowerCase().replace(/^https?:\/\//, '')
  return url.username !== '' || url.password !== '' || !written.startsWith(url.hostname)
}

/** A closing bracket stays when its opening one is in the address. */
function withoutTrailing(text: string): string {
  const cut = text.replace(trailing, '')
  const rest = text.slice(cut.length)
  return rest.startsWith(')') && cut.includes('(') ? `${cut})` : cut
}
