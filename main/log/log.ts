import { type Details, redactDetails, redactText } from './redact.ts'
import { openRotatingFile, type RotatingFile } from './rotating-file.ts'

export interface Log {
  info(text: string, details?: Details): void
  warn(text: string, details?: Details): void
  error(text: string, details?: Details): void
}

/** The application's own log: redacted before it is written, bounded on disk, and never a reason to fail. */
export interface LogFile extends Log {
  /** The newest lines, oldest first, as they stand in the file. */
  recent(): readonly string[]
  close(): void
}

type Level = keyof Log

const recentLines = 500

export function openLog(place: {
  readonly folder: string
  readonly maxBytes?: number
  readonly keep?: number
}): LogFile {
  const file = openRotatingFile({ name: 'earshot', maxBytes: 1_000_000, keep: 4, ...place })
  const recent: string[] = []
  const lost = { lines: 0, why: '' }

  const write = (level: Level) => (text: string, details?: Details) => {
    const line = lineOf(level, text, details)
    recent.push(line)
    if (recent.length > recentLines) recent.shift()
    append(file, line, lost)
  }
  return {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    recent: () => [...recent],
    close: () => file.close(),
  }
}

function lineOf(level: Level, text: string, details: Details | undefined): string {
  const head = `${new Date().toISOString()} ${level.padEnd(5)} ${onOneLine(redactText(text))}`
  return details === undefined ? head : `${head} ${JSON.stringify(redactDetails(details))}`
}

/** A line break in what another computer sent must not look like a line of ours. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A disk that refuses costs the lines, which are counted and said with the first that goes through again. */
function append(file: RotatingFile, line: string, lost: { lines: number; why: string }): void {
  try {
    if (lost.lines > 0) file.append(`${new Date().toISOString()} warn  ${lost.lines} lines lost: ${lost.why}`)
    lost.lines = 0
    file.append(line)
  } catch (error) {
    lost.lines += 1
    lost.why = error instanceof Error ? error.message : String(error)
  }
}
