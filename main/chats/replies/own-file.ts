import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { explain } from '../../log/explain.ts'
import type { Log } from '../../log/log.ts'
import { type OwnReply, ownReply } from './reply.ts'

/** One agent's own replies, and which of all replies they used last. */
export interface OwnReplies {
  readonly replies: readonly OwnReply[]
  readonly used: readonly string[]
}

export interface OwnFile {
  read(): Promise<OwnReplies>
  /** False: the disk refused. Of several asked for at once, the newest is written. */
  write(own: OwnReplies): Promise<boolean>
}

const none: OwnReplies = { replies: [], used: [] }
const outside = z.object({ replies: z.array(z.unknown()).catch([]), used: z.array(z.string()).catch([]) })

/** One file for each agent of each site: two agents at one desk do not read each other's. */
export function ownFileOf(folder: string, site: string, agent: string, log: Log): OwnFile {
  const name = createHash('sha256').update(`${site}\n${agent}`).digest('hex').slice(0, 16)
  return openOwnFile(join(folder, `${name}.json`), log)
}

export function openOwnFile(file: string, log: Log): OwnFile {
  let last: Promise<unknown> = Promise.resolve()
  return {
    read: () => read(file, log),
    write: (own) => {
      const turn = last.then(() => write(file, own, log))
      last = turn
      return turn
    },
  }
}

/** Damage costs the replies that are damaged; a file that is no JSON is set aside, never written over. */
async function read(file: string, log: Log): Promise<OwnReplies> {
  try {
    const { replies, used } = outside.parse(JSON.parse(await readFile(file, 'utf8')))
    return { replies: replies.flatMap((one) => ownReply.safeParse(one).data ?? []), used }
  } catch (error) {
    if (isMissing(error)) return none
    log.warn('own replies were unreadable', { error: explain(error) })
    await rename(file, `${file}.damaged`)
    return none
  }
}

async function write(file: string, own: OwnReplies, log: Log): Promise<boolean> {
  try {
    await mkdir(dirname(file), { recursive: true })
    const next = await open(`${file}.next`, 'w', 0o600)
    try {
      await next.writeFile(`${JSON.stringify({ version: 1, ...own }, null, 1)}\n`)
      await next.sync()
    } finally {
      await next.close()
    }
    await rename(`${file}.next`, file)
    return true
  } catch (error) {
    log.error('own replies cannot be written', { error: explain(error) })
    return false
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
