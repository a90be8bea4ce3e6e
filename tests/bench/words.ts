/** What the command line asks for. */
export interface Asked {
  /** Metrics by name; all of them when there is none. */
  readonly names: readonly string[]
  readonly runs: number
  readonly out: string | null
  /** Measure what is built already. */
  readonly built: boolean
}

/** The usual length of a run: 50 calls, 200 for the leaks, a minute of processor time, and so on in proportion. */
export const usualRuns = 50

export const usage = 'npm run bench -- [NAME…] [--runs N] [--out FILE] [--built]'

/** Throws the sentence that says what is wrong with the words. */
export function read(words: readonly string[], known: readonly string[]): Asked {
  const names: string[] = []
  const asked = { runs: usualRuns, out: null as string | null, built: false }
  const left = [...words]
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--runs') asked.runs = countOf(left.shift())
    else if (word === '--out') asked.out = fileOf(left.shift())
    else if (word === '--built') asked.built = true
    else if (known.includes(word)) names.push(word)
    else throw new Error(`No metric is called ${word}. ${usage}\nMetrics: ${known.join(' ')}`)
  }
  return { ...asked, names }
}

function countOf(word: string | undefined): number {
  const count = Number(word)
  if (!Number.isInteger(count) || count < 1) throw new Error(`--runs needs a whole number from 1 on. ${usage}`)
  return count
}

function fileOf(word: string | undefined): string {
  if (word === undefined) throw new Error(`--out needs a file. ${usage}`)
  return word
}
