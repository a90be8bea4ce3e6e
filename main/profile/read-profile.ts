import type { FileProblem } from '#contract'
import { readCertificates } from './certificates.ts'
import { findLines } from './json-lines.ts'
import { placeOf, problemsOf } from './problems.ts'
import { type Profile, profileShape } from './profile.ts'
import { readReplies } from './replies.ts'

export type ReadProfile =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

/** `folder` is where the profile's own files lie; null when it came as a text. */
export function readProfile(text: string, folder: string | null): ReadProfile {
  // Notepad puts a byte order mark before what it saves.
  const json = text.replace(/^\uFEFF/, '')
  const found = findLines(json)
  if (!found.ok)
    return { ok: false, problems: [{ line: found.line, path: '', problem: 'not-json', expected: found.expected }] }

  const parsed = profileShape.safeParse(JSON.parse(json))
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, found.lines) }
  return withFiles(parsed.data, folder, found.lines)
}

/** What the profile names beside itself is read with it, so that what is stored is whole. */
function withFiles(profile: Profile, folder: string | null, lines: ReadonlyMap<string, number>): ReadProfile {
  const read = withCertificates(profile, folder, lines)
  if (profile.chat === undefined) return read
  const replies = readReplies(profile.chat.replies, folder, lines)
  if (!read.ok || !replies.ok)
    return { ok: false, problems: [read, replies].flatMap((one) => (one.ok ? [] : one.problems)) }
  const chat = { ...(read.profile.chat ?? profile.chat), replies: replies.replies }
  return { ok: true, profile: { ...read.profile, chat } }
}

function withCertificates(profile: Profile, folder: string | null, lines: ReadonlyMap<string, number>): ReadProfile {
  const problems: FileProblem[] = []
  const withPem = <T extends { readonly ca?: string }>(part: T, ...names: readonly string[]): T => {
    if (part.ca === undefined) return part
    const read = readCertificates(part.ca, folder)
    if (read.ok) return { ...part, ca: read.pem }
    const { ok: _, ...problem } = read
    problems.push({ ...placeOf([...names, 'ca'], lines), ...problem })
    return part
  }
  const sip = withPem(profile.sip, 'sip')
  const gateway = profile.gateway && withPem(profile.gateway, 'gateway')
  const cache = profile.chat?.mediaCache && withPem(profile.chat.mediaCache, 'chat', 'mediaCache')
  const pages = profile.pages.map((page, index) => withPem(page, 'pages', String(index)))
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    profile: { ...profile, sip, ...(gateway && { gateway }), ...chatWith(profile.chat, cache), pages },
  }
}

function chatWith(chat: Profile['chat'], mediaCache: NonNullable<Profile['chat']>['mediaCache']) {
  return chat !== undefined && mediaCache !== undefined ? { chat: { ...chat, mediaCache } } : {}
}
