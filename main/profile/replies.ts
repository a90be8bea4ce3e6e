import { resolve } from 'node:path'
import { z } from 'zod'
import type { FileProblem } from '#contract'
import { readIfThere } from './certificates.ts'
import { findLines } from './json-lines.ts'
import { problemsOf } from './problems.ts'

const word = z.string().trim().max(200, '≤ 200')

/** Either title or shortcut may be left out: the other, or the text's first line, names it. */
const reply = z.strictObject({
  shortcut: word.regex(/^[^\s/]*$/, 'hello').default(''),
  title: word.default(''),
  text: z.string().trim().min(1, '…').max(4_000, '≤ 4000'),
  group: word.exactOptional(),
})

const list = z.array(reply).max(5_000, '≤ 5000').readonly()

export type SiteReplies = z.output<typeof list>

const fileName = z.string().min(1, 'replies.json').max(500, '≤ 500')

/**
 * The replies themselves, or the name of a JSON file beside the profile that holds them. Not a union, which would say
 * of one wrong letter that nothing fits.
 */
export const repliesShape = z
  .unknown()
  .default([])
  .transform((value, context): string | SiteReplies => {
    const parsed = typeof value === 'string' ? fileName.safeParse(value) : list.safeParse(value)
    if (parsed.success) return parsed.data
    context.issues.push(...parsed.error.issues.map((issue) => ({ ...issue, input: undefined })))
    return z.NEVER
  })

export type ReadReplies =
  | { readonly ok: true; readonly replies: SiteReplies }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

/** `lines` are the profile's own; what is wrong in the replies' file is told with that file's name before its path. */
export function readReplies(
  replies: string | SiteReplies,
  folder: string | null,
  lines: ReadonlyMap<string, number>,
): ReadReplies {
  if (typeof replies !== 'string') return { ok: true, replies: replies.map(named) }
  const line = lines.get('chat.replies') ?? null
  const file = folder === null ? null : resolve(folder, replies)
  const text = file === null ? null : readIfThere(file)
  if (text === null)
    return {
      ok: false,
      problems: [{ line, path: 'chat.replies', problem: 'file-not-found', expected: file ?? '[ … ]' }],
    }
  return readFile(text.replace(/^\uFEFF/, ''), replies)
}

function readFile(text: string, name: string): ReadReplies {
  const found = findLines(text)
  if (!found.ok)
    return { ok: false, problems: [{ line: found.line, path: name, problem: 'not-json', expected: found.expected }] }
  const parsed = list.safeParse(JSON.parse(text))
  if (parsed.success) return { ok: true, replies: parsed.data.map(named) }
  const problems = problemsOf(parsed.error, found.lines)
  return { ok: false, problems: problems.map((one) => ({ ...one, path: `${name}: ${one.path}` })) }
}

function named(one: SiteReplies[number]): SiteReplies[number] {
  return one.title === '' ? { ...one, title: one.shortcut || (one.text.split('\n')[0] ?? '').slice(0, 60) } : one
}
