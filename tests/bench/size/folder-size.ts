import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Megabytes of the files in a folder that are wanted, by their paths inside it. */
export async function folderMb(folder: string, isWanted: (path: string) => boolean = () => true): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const wanted = files.filter((file) => isWanted(relative(folder, file)))
  const sizes = await Promise.all(wanted.map(async (file) => (await stat(file)).size))
  return sizes.reduce((total, size) => total + size, 0) / 1_048_576
}
