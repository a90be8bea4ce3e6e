import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { Sendable } from '../customers/sendable.ts'
import type { Sending, WishedFile } from './wishes.ts'

interface ReadFile {
  readonly content: Buffer
  readonly ending: string
  readonly name: string
}

async function fileOf({ path, content, name, ending }: WishedFile): Promise<ReadFile> {
  if ((path === undefined) === (content === undefined)) throw new Error('either a path or content')
  const called = name ?? (path === undefined ? `file.${ending ?? 'bin'}` : basename(path))
  return {
    content: path === undefined ? Buffer.from(content ?? '', 'base64') : await readFile(path),
    ending: ending ?? extname(called).slice(1),
    name: called,
  }
}

/** With the files themselves in the place of their paths. */
export async function sendableOf(wish: Sending): Promise<Sendable> {
  switch (wish.kind) {
    case 'LOCATE':
    case 'RAW':
      return wish
    case 'WEBCARD': {
      const { picture, ...card } = wish
      return picture ? { ...card, picture: await fileOf(picture) } : card
    }
    case 'EMAIL': {
      const { attachments = [], ...mail } = wish
      return { ...mail, attachments: await Promise.all(attachments.map(fileOf)) }
    }
    default: {
      const { kind, ...file } = wish
      return { kind, ...(await fileOf(file)) }
    }
  }
}
