import { constants, createReadStream, createWriteStream } from 'node:fs'
import { access, open, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Tried after one another; whoever has more of the same name finds the file by its date. */
const mostTwins = 200

/** Puts what has come where it is to be, marked before there is anything in it; over a file only where the agent said so. */
export interface KeepFile {
  readonly from: string
  readonly mark: (path: string) => Promise<void>
}

/** `name`, or `name (2)` and so on: what is there already stays. Answers with the path. */
export async function keepBeside(folder: string, name: string, file: KeepFile): Promise<string> {
  for (let twin = 1; twin <= mostTwins; twin++) {
    const path = join(folder, twinOf(name, twin))
    if (await isMade(path)) return fill(path, file)
  }
  throw new Error('too many files of the same name')
}

/** Where the agent has said in the system's own dialog, which has asked about what is there. */
export async function keepAt(path: string, file: KeepFile): Promise<string> {
  if (await exists(path)) await rm(path)
  if (!(await isMade(path))) throw new Error('the file came back')
  return fill(path, file)
}

function twinOf(name: string, twin: number): string {
  if (twin === 1) return name
  const ending = extname(name)
  return `${name.slice(0, name.length - ending.length)} (${twin})${ending}`
}

/** Made new, and by nobody else meanwhile. */
async function isMade(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx', 0o600)).close()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  )
}

async function fill(path: string, { from, mark }: KeepFile): Promise<string> {
  try {
    await mark(path)
    // Over what is there: a file made anew would lose its mark on Windows.
    await pipeline(createReadStream(from), createWriteStream(path, { flags: 'r+' }))
    return path
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}
