import type { LinkRefusal, LinkScheme, ProgramScope, TrustedSource, WishSource } from '#contract'
import { m } from '../messages/compiled/messages.js'

/** What somebody outside is called in a sentence. */
export function sourceWord(source: WishSource): string {
  if (source.kind === 'link') return m.door_source_link({ scheme: `${source.scheme}:` })
  if (source.kind === 'page') return m.door_source_page({ name: source.name })
  return source.kind === 'clipboard' ? m.door_source_clipboard() : source.name
}

const refusals: { readonly [R in LinkRefusal]: () => string } = {
  malformed: m.door_refused_malformed,
  'no-number': m.door_refused_no_number,
  'too-long': m.door_refused_too_long,
  unknown: m.door_refused_unknown,
  'not-allowed': m.door_refused_not_allowed,
}

export function refusalSentence(why: LinkRefusal): string {
  return refusals[why]()
}

const kinds: { readonly [K in TrustedSource]: () => string } = {
  link: m.door_trust_link,
  clipboard: m.door_trust_clipboard,
  program: m.door_trust_program,
}

export function trustLabel(kind: TrustedSource): string {
  return kinds[kind]()
}

const scopes: { readonly [S in ProgramScope]: () => string } = {
  read: m.door_scope_read,
  dial: m.door_scope_dial,
  calls: m.door_scope_calls,
  agent: m.door_scope_agent,
}

export function scopeLabel(scope: ProgramScope): string {
  return scopes[scope]()
}

export const SCOPES: readonly ProgramScope[] = ['read', 'dial', 'calls', 'agent']
export const SCHEMES: readonly LinkScheme[] = ['tel', 'sip', 'callto', 'earshot']
export const KINDS: readonly TrustedSource[] = ['link', 'clipboard', 'program']
