import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface ScriptKb {
  /** What the page must have before it can show anything. */
  readonly atStart: number
  /** That, and everything it can load later. */
  readonly all: number
}

/** Kilobytes of a built page's script, each file compressed by itself. */
export async function scriptKb(page: string): Promise<ScriptKb> {
  const html = await readFile(page, 'utf8')
  const named = files(html, dirname(page))
  return { atStart: await weigh(named, importedAtOnce), all: await weigh(named, files) }
}

type Follow = (text: string, folder: string) => readonly string[]

async function weigh(named: readonly string[], next: Follow): Promise<number> {
  const seen = new Map<string, number>()
  const follow = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths.filter((one) => !seen.has(one))) {
      const script = await readFile(path)
      seen.set(path, gzipSync(script, { level: 9 }).length)
      await follow(next(script.toString(), dirname(path)))
    }
  }
  await follow(named)
  return [...seen.values()].reduce((total, bytes) => total + bytes, 0) / 1_024
}

/** What is named in quotes with `./` is loaded from there: that is how Rolldown writes imports and HTML its scripts. */
export function files(text: string, folder: string): readonly string[] {
  return among(text, /["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g, folder)
}

/** `import … from "./x.js"` and `import "./x.js"`; `import("./x.js")` is for later. */
function importedAtOnce(text: string, folder: string): readonly string[] {
  return among(text, /\b(?:from|import)\s*["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g, folder)
}

function among(text: string, pattern: RegExp, folder: string): readonly string[] {
  const names = [...text.matchAll(pattern)].flatMap(([, name]) => name ?? [])
  return [...new Set(names)].map((name) => join(folder, name))
}
