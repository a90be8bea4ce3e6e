import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makePackageDir } from '../package-dir.ts'
import { type AppFolder, isWhole, packagedApp, root } from '../packaged-app.ts'
import { runCommand } from '../run-command.ts'
import { timed } from './say.ts'

/** Everything the packaged app is made from. */
const ingredients = [
  'main',
  'preload',
  'renderer',
  'package.json',
  'package-lock.json',
  'electron-builder.yml',
  'electron.vite.config.ts',
].map((name) => join(root, name))

/** What the tools write between the sources, at every build or check. */
const written = /[\\/](compiled|cache|\.svelte-check)[\\/]/

/** The packaged app as of the sources of this moment. */
export async function freshApp(): Promise<AppFolder> {
  const app = packagedApp()
  if (isFresh(app, ingredients)) return app
  await timed('Earshot is built', build)
  return timed('Earshot is packaged', makePackageDir)
}

export function isFresh(app: AppFolder, from: readonly string[]): boolean {
  return isWhole(app) && statSync(app.asar).mtimeMs > newest(from)
}

function newest(paths: readonly string[]): number {
  return Math.max(0, ...paths.flatMap(filesAt).map((file) => statSync(file).mtimeMs))
}

function filesAt(path: string): readonly string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return files.filter((file) => !written.test(file))
}

/** npm says where it is itself, which on Windows is no program that could be started. */
async function build(): Promise<void> {
  const npm = process.env.npm_execpath
  const [command, words] = npm === undefined ? (['npm', []] as const) : ([process.execPath, [npm]] as const)
  const built = await runCommand(command, [...words, 'run', 'build'], { cwd: root })
  if (!built.ok) throw new Error(`npm run build failed:\n${built.output}`)
}
