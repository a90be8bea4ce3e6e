import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { until } from '../../support/desktop/programs.ts'

/** The values of one line of the app's log. */
export type LogLine = Readonly<Record<string, unknown>>

/** The value `at` (epoch milliseconds) of the first line with this text whose values fit, past or to come. */
export function moment(userData: string, text: string, fits: (line: LogLine) => boolean): Promise<number> {
  return until(
    `the log to say ${text}`,
    async () => {
      const line = (await linesWith(userData, text)).find(fits)
      return typeof line?.at === 'number' ? line.at : null
    },
    { timeoutMs: 10_000 },
  )
}

async function linesWith(userData: string, text: string): Promise<readonly LogLine[]> {
  const all = await readFile(join(userData, 'logs', 'earshot.log'), 'utf8')
  const head = new RegExp(`^\\S+ \\w+ +${text} (\\{.*\\})$`)
  return all.split('\n').flatMap((line) => {
    const values = head.exec(line)?.[1]
    return values === undefined ? [] : [JSON.parse(values)]
  })
}
