import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Kilobytes of all the script that a built page can load, each file compressed by itself. */
export async function scriptKb(page: string): Promise<number> {
  const html = await readFile(page, 'utf8')
  const seen = new Map<string, number>()
  await follow(files(html, dirname(page)), seen)
  return [...seen.values()].reduce((total, bytes) => total + bytes, 0) / 1_024
}

async function follow(paths: readonly string[], seen: Map<string, number>): Promise<void> {
  for (const path of paths.filter((one) => !seen.has(one))) {
    const script = await readFile(path)
    seen.set(path, gzipSync(script, { level: 9 }).length)
    await follow(files(script.toString(), dirname(path)), seen)
  }
}

/** What is named in quotes with `./` is loaded from there: that is how Rolldown writes imports and HTML its scripts. */
export function files(text: string, folder: string): readonly string[] {
  const names = [...text.matchAll(/["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g)].flatMap(([, name]) => name ?? [])
  return [...new Set(names)].map((name) => join(folder, name))
}
