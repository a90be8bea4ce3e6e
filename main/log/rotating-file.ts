import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface RotatingFile {
  /** Throws when the disk refuses. */
  append(line: string): void
  close(): void
}

interface Place {
  readonly folder: string
  readonly name: string
  readonly maxBytes: number
  /** Older files beside the current one. */
  readonly keep: number
}

/** Written at once and not through a stream, so that the last line before a crash is in the file. */
export function openRotatingFile({ folder, name, maxBytes, keep }: Place): RotatingFile {
  const path = (age: number) => join(folder, age === 0 ? `${name}.log` : `${name}.${age}.log`)
  let file: number | null = null
  let size = 0

  const open = () => {
    mkdirSync(folder, { recursive: true })
    file = openSync(path(0), 'a', 0o600)
    size = fstatSync(file).size
    return file
  }
  const close = () => {
    if (file !== null) closeSync(file)
    file = null
  }
  const rotate = () => {
    close()
    for (let age = keep; age > 0; age--) moveIfThere(path(age - 1), path(age))
  }

  return {
    append: (line) => {
      const target = file ?? open()
      size += writeSync(target, `${line}\n`)
      if (size >= maxBytes) rotate()
    },
    close,
  }
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}
