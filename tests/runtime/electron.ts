import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { carriedRuntime } from './carried-runtime.ts'
import { readManifest } from './manifest.ts'
import {
  type OfficialRuntime,
  officialRuntime,
  reachesDownload,
  runOfficialInstall,
  tryOfficialInstall,
} from './official-runtime.ts'

export interface ElectronRuntime extends OfficialRuntime {
  readonly official: boolean
}

/** Where the runtime may come from, in the order they are asked; the last one must give it or say why not. */
export interface RuntimeSources {
  readonly present: () => OfficialRuntime | undefined
  readonly install: () => Promise<OfficialRuntime | undefined>
  readonly carried: () => Promise<OfficialRuntime>
}

export async function chooseRuntime(sources: RuntimeSources): Promise<ElectronRuntime> {
  const official = sources.present() ?? (await sources.install())
  if (official !== undefined) return { ...official, official: true }
  return { ...(await sources.carried()), official: false }
}

/** The Electron that every start, test and benchmark uses on this machine. */
export function electronRuntime(): Promise<ElectronRuntime> {
  const electronPackage = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'earshot')
  return chooseRuntime({
    present: () => officialRuntime(electronPackage),
    install: () =>
      tryOfficialInstall({
        electronPackage,
        failureNote: join(cache, 'official-electron-failed'),
        reaches: reachesDownload,
        install: runOfficialInstall,
        now: Date.now(),
      }),
    carried: () => carriedIn(cache),
  })
}

async function carriedIn(cache: string): Promise<OfficialRuntime> {
  const manifest = readManifest()
  if (`${process.platform}-${process.arch}` !== manifest.platform)
    throw new Error('Electron is not installed: run `npx install-electron` where its download host can be reached.')
  const folder = join(cache, `electron-${manifest.electron}-${manifest.platform}`)
  await carriedRuntime(manifest, folder)
  return { path: join(folder, 'electron'), folder, version: manifest.electron }
}

if (process.argv[1] === import.meta.filename) console.log((await electronRuntime()).path)
