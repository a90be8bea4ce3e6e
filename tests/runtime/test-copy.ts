import { existsSync, readFileSync, statSync } from 'node:fs'
import { copyFile, cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { type AppFolder, appIn, isWhole, packagedApp, root } from './packaged-app.ts'
import { runCommand } from './run-command.ts'

const stampName = '.made-from'

/** The packaged app with the inspector let in, which Playwright drives Electron through; nothing else differs. */
export async function testApp(): Promise<AppFolder> {
  const packaged = packagedApp()
  if (!isWhole(packaged)) throw new Error(`Nothing packaged in ${packaged.folder}: run npm run package:dir`)
  const copy = appIn(join(root, 'out', 'test-app'))
  const stamp = stampOf(packaged)
  if (isWhole(copy) && stampIn(copy.folder) === stamp) return copy

  const work = appIn(await mkdtemp(join(root, 'out', '.test-app-')))
  await copyFolder(packaged.folder, work.folder)
  await rm(work.executable)
  await copyFile(packaged.executable, work.executable)
  await flipFuses(work.executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await writeFile(join(work.folder, stampName), stamp)
  await rm(copy.folder, { recursive: true, force: true })
  await rename(work.folder, copy.folder)
  return copy
}

/** Hard links where the system makes them: the copy then costs one binary, not the whole app. */
async function copyFolder(from: string, to: string): Promise<void> {
  const linked = process.platform === 'linux' && (await runCommand('cp', ['-al', `${from}/.`, to])).ok
  if (!linked) await cp(from, to, { recursive: true, force: true, verbatimSymlinks: true })
}

function stampOf(app: AppFolder): string {
  return [app.executable, app.asar].map((file) => `${statSync(file).mtimeMs} ${statSync(file).size}`).join('\n')
}

function stampIn(folder: string): string | undefined {
  const file = join(folder, stampName)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

if (process.argv[1] === import.meta.filename) console.log((await testApp()).executable)
