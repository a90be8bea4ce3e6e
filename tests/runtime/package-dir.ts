import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { electronRuntime } from './electron.ts'
import { type AppFolder, isWhole, packagedApp, root } from './packaged-app.ts'
import { runCommand } from './run-command.ts'

const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js')

/** The installed app without an installer, on whatever runtime this machine has. Releases come from `npm run package`. */
export async function makePackageDir(): Promise<AppFolder> {
  const runtime = await electronRuntime()
  const words = ['--dir', `-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`]
  const built = await runCommand(process.execPath, [builder, ...words], { cwd: root })
  const app = packagedApp()
  if (!built.ok || !isWhole(app)) throw new Error(`electron-builder ${words.join(' ')} failed:\n${built.output}`)
  // A release is cut from Electron's archive, where electron-builder leaves these two out itself.
  await rm(join(dirname(app.asar), 'default_app.asar'), { force: true })
  await rm(join(app.folder, 'version'), { force: true })
  return app
}

if (process.argv[1] === import.meta.filename) console.log((await makePackageDir()).folder)
