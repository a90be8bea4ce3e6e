import type { z } from 'zod'
import type { FileProblem } from '#contract'

type Issue = z.ZodError['issues'][number]
type Lines = ReadonlyMap<string, number>

/** What the schema has against a file, each with its line, in the order of the file. */
export function problemsOf(error: z.ZodError, lines: Lines): readonly FileProblem[] {
  const problems = error.issues.flatMap((issue) => toProblems(issue, lines))
  return problems.filter(isFirstOfItsPlace).sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

/** What is of the wrong type is not too long as well, though both are objected to. */
function isFirstOfItsPlace(problem: FileProblem, index: number, all: readonly FileProblem[]): boolean {
  return all.findIndex(({ path }) => path === problem.path) === index
}

function toProblems(issue: Issue, lines: Lines): FileProblem[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ ...placeOf([...path, key], lines), problem: 'unknown-key' }))

  const place = placeOf(path, lines)
  if (issue.code !== 'invalid_type') return [{ ...place, problem: 'wrong-value', expected: issue.message }]
  const problem = lines.has(place.path) ? 'wrong-type' : 'missing'
  return [{ ...place, problem, expected: ownWords(issue.message) ?? SIGNS[issue.expected] ?? issue.expected }]
}

/** The types of JSON as they are written there, which needs no language. */
const SIGNS: Readonly<Record<string, string>> = {
  object: '{ … }',
  array: '[ … ]',
  string: '"…"',
  number: '0 … 9',
  int: '0 … 9',
  boolean: 'true | false',
}

/** What is not there is told where it belongs: at the nearest thing around it. */
export function placeOf(
  path: readonly string[],
  lines: Lines,
): { readonly path: string; readonly line: number | null } {
  for (let depth = path.length; depth >= 0; depth--) {
    const line = lines.get(path.slice(0, depth).join('.'))
    if (line !== undefined) return { path: path.join('.'), line }
  }
  return { path: path.join('.'), line: null }
}

/** Zod's own sentence says no more than the expected type does. */
function ownWords(message: string): string | undefined {
  return message.startsWith('Invalid input') ? undefined : message
}
