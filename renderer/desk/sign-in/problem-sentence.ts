import type { FileProblem } from '#contract'
import { m } from '../messages/compiled/messages.js'

function what({ problem, path, expected = '' }: FileProblem): string {
  switch (problem) {
    case 'not-json':
      return m.problem_not_json()
    case 'file-not-found':
      return m.problem_file_not_found()
    case 'missing':
      return m.problem_missing({ path })
    case 'unknown-key':
      return m.problem_unknown_key({ path })
    case 'wrong-type':
      return m.problem_wrong_type({ path, expected })
    case 'wrong-value':
      return m.problem_wrong_value({ path, expected })
  }
}

/** One thing wrong in a profile, with its line where it is known. */
export function problemSentence(problem: FileProblem): string {
  return problem.line === null ? what(problem) : m.problem_at_line({ line: problem.line, what: what(problem) })
}
