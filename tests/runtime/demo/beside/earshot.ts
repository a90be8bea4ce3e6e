import { spawn } from 'node:child_process'
import type { AppFolder } from '../../packaged-app.ts'

export interface Ending {
  readonly ok: boolean
  /** Its exit code, or the signal that ended it. */
  readonly how: string
  /** The last of what it wrote to its error output. */
  readonly words: string
}

/** Earshot as it ships, started at this display. */
export interface Earshot {
  readonly userData: string
  readonly ended: Promise<Ending>
  readonly running: () => boolean
  /** As the system asks a program to end. */
  readonly quit: () => void
  readonly kill: () => void
}

const wordsKept = 4_000

export function openEarshot(app: AppFolder, profile: string, userData: string): Earshot {
  const child = spawn(app.executable, earshotWords(profile, userData, process.env), {
    stdio: ['ignore', 'ignore', 'pipe'],
    // Ctrl+C in the terminal is ours to hear: Earshot alone would ask whether to quit in a call.
    detached: process.platform !== 'win32',
  })
  let words = ''
  child.stderr.on('data', (chunk: Buffer) => {
    words = `${words}${chunk}`.slice(-wordsKept)
  })
  const running = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null
  const kill = () => void (running() && child.kill('SIGKILL'))
  process.once('exit', kill)
  return {
    userData,
    running,
    ended: new Promise((resolve) => {
      child.once('error', (error) => resolve({ ok: false, how: error.message, words }))
      child.once('close', (code, signal) => resolve({ ok: code === 0, how: String(code ?? signal), words }))
    }),
    quit: () => void (running() && child.kill('SIGTERM')),
    kill,
  }
}

/** The debugging port is how the sign-in form is filled in; Chromium writes which one it took into its folder. */
export function earshotWords(profile: string, userData: string, env: NodeJS.ProcessEnv): readonly string[] {
  return [
    `--user-data-dir=${userData}`,
    '--remote-debugging-port=0',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(env.WAYLAND_DISPLAY && !env.DISPLAY ? ['--ozone-platform=wayland'] : []),
    '--profile',
    profile,
  ]
}
