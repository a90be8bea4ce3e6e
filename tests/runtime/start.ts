import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { electronRuntime } from './electron.ts'
import { root } from './packaged-app.ts'
import { ensureSystem } from './system.ts'

const electronVite = join(
  dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')),
  'bin/electron-vite.js',
)

/** Starts the app from its sources (`dev`) or from its build (`preview`) on this machine's runtime. */
async function start(command: string, appWords: readonly string[]): Promise<number> {
  await ensureSystem()
  const runtime = await electronRuntime()
  // Chromium refuses to build its sandbox as root.
  const asRoot = process.getuid?.() === 0 ? ['--noSandbox'] : []
  const child = spawn(process.execPath, [electronVite, command, ...asRoot, '--', ...appWords], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ELECTRON_EXEC_PATH: runtime.path },
  })
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

const [command = 'preview', ...appWords] = process.argv.slice(2)
process.exitCode = await start(command, appWords)
