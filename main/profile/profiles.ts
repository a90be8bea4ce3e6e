import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { FileProblem, ImportResult, ProfileSummary } from '#contract'
import { explain } from '../log/explain.ts'
import type { Log } from '../log/log.ts'
import { readIfThere } from './certificates.ts'
import type { Profile } from './profile.ts'
import { type ReadProfile, readProfile } from './read-profile.ts'

export interface CurrentProfile {
  readonly profile: Profile | null
  readonly problems: readonly FileProblem[]
  /** Where it came from; null when there is none anywhere. */
  readonly file: string | null
}

/** The connection profile in force, and the ways to get another. */
export interface Profiles {
  current(): CurrentProfile
  importFile(file: string): ImportResult
  /** Of a dropped or pasted text: its certificates must stand in it, since it has no folder. */
  importText(text: string): ImportResult
}

export interface ProfilePlaces {
  readonly argv: readonly string[]
  /** What a relative `--profile` is relative to. */
  readonly workingFolder: string
  /** Where an imported profile is kept, its certificates in it. */
  readonly userData: string
  /** Folders in which an administrator may lay one beside the app. */
  readonly beside: readonly string[]
  readonly log: Log
}

export function openProfiles(places: ProfilePlaces): Profiles {
  const stored = join(places.userData, 'profile.json')
  let current = readFirst(findFile(places, stored))
  const take = (read: ReadProfile): ImportResult => {
    if (!read.ok) return { ok: false, reason: 'invalid', problems: read.problems }
    store(stored, read.profile, places.log)
    current = { profile: read.profile, problems: [], file: stored }
    return { ok: true }
  }
  return {
    current: () => current,
    importFile: (file) => take(readFile(file)),
    importText: (text) => take(readProfile(text, null)),
  }
}

/** What was asked for by name comes before what was imported, and that before what lies about. */
function findFile({ argv, workingFolder, beside }: ProfilePlaces, stored: string): string | null {
  const named = namedIn(argv)
  if (named !== null) return resolve(workingFolder, named)
  const candidates = [stored, ...beside.map((folder) => join(folder, 'earshot-profile.json'))]
  return candidates.find((file) => existsSync(file)) ?? null
}

function namedIn(argv: readonly string[]): string | null {
  const at = argv.findIndex((argument) => argument === '--profile' || argument.startsWith('--profile='))
  if (at < 0) return null
  return argv[at]?.split('=').slice(1).join('=') || argv[at + 1] || ''
}

function readFirst(file: string | null): CurrentProfile {
  if (file === null) return { profile: null, problems: [], file: null }
  const read = readFile(file)
  return read.ok ? { profile: read.profile, problems: [], file } : { profile: null, problems: read.problems, file }
}

function readFile(file: string): ReadProfile {
  const text = readIfThere(file)
  if (text !== null) return readProfile(text, dirname(file))
  return { ok: false, problems: [{ line: null, path: '', problem: 'file-not-found', expected: file }] }
}

/** A disk that refuses costs the next start, not this session. */
function store(file: string, profile: Profile, log: Log): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const next = `${file}.next`
    writeFileSync(next, `${JSON.stringify(profile, null, 2)}\n`, { mode: 0o600 })
    renameSync(next, file)
  } catch (error) {
    log.error('the profile could not be stored', { error: explain(error) })
  }
}

/** What the desk needs to know of a profile. */
export function summaryOf(profile: Profile): ProfileSummary {
  const address = profile.gateway?.url ?? profile.sip.servers[0]
  return {
    name: profile.name,
    country: profile.country,
    gateway: profile.gateway !== undefined,
    video: (profile.gateway ?? profile.sip).video,
    host: address ? new URL(address).host : profile.sip.domain,
  }
}
