import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** An app on disk: its folder and what starts it. */
export interface AppFolder {
  readonly folder: string
  readonly executable: string
  readonly asar: string
}

export const root = join(import.meta.dirname, '..', '..')

/** Where things lie in what electron-builder names for each platform. */
export function appIn(folder: string): AppFolder {
  const [executable, resources] = {
    darwin: ['Earshot.app/Contents/MacOS/Earshot', 'Earshot.app/Contents/Resources'] as const,
    win32: ['Earshot.exe', 'resources'] as const,
  }[process.platform as string] ?? ['earshot', 'resources']
  return { folder, executable: join(folder, executable), asar: join(folder, resources, 'app.asar') }
}

function unpackedFolder(): string {
  const suffix = process.arch === 'x64' ? '' : `-${process.arch}`
  if (process.platform === 'darwin') return `mac${suffix}`
  return `${process.platform === 'win32' ? 'win' : 'linux'}${suffix}-unpacked`
}

/** The app as it ships, made by `npm run package:dir`. */
export function packagedApp(): AppFolder {
  return appIn(join(root, 'out', 'package', unpackedFolder()))
}

export function isWhole(app: AppFolder): boolean {
  return existsSync(app.executable) && existsSync(app.asar)
}
