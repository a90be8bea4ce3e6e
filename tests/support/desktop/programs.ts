import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** The programs of one desktop. Each ends with it, or with this process, whichever goes first. */
export interface Programs {
  readonly env: NodeJS.ProcessEnv
  /** Starts a program that runs until stopped. */
  start(command: string, args: readonly string[], options?: StartOptions): Program
  /** Runs a program to its end and gives what it wrote. */
  run(command: string, args: readonly string[]): Promise<string>
  /** Ends all that still run, the last started first. */
  stop(): Promise<void>
}

export interface StartOptions {
  readonly env?: NodeJS.ProcessEnv
  /** Also open this file descriptor as a pipe from the program. */
  readonly pipeFrom?: number
  readonly stdin?: string | Readable
}

export interface Program {
  readonly child: ChildProcess
  /** What it wrote to its error output, at most the last 20 kB. */
  readonly errors: () => string
  readonly running: () => boolean
  stop(): Promise<void>
}

const PATIENCE_MS = 2_000
const ERRORS_KEPT = 20_000

export function openPrograms(env: NodeJS.ProcessEnv): Programs {
  const started: Program[] = []
  return {
    env,
    start: (command, args, options = {}) => {
      const program = startProgram(command, args, { ...options, env: { ...env, ...options.env } })
      started.push(program)
      return program
    },
    run: async (command, args) => (await execute(command, [...args], { env, timeout: 10_000 })).stdout,
    stop: async () => {
      for (const program of started.splice(0).reverse()) await program.stop()
    },
  }
}

/** `setpriv --pdeathsig` makes the kernel end the program when this process dies in any way (prctl(2), PR_SET_PDEATHSIG). */
function startProgram(command: string, args: readonly string[], options: StartOptions): Program {
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', command, ...args], spawnOptions(options))
  let errors = ''
  child.stderr?.on('data', (chunk) => {
    errors = `${errors}${chunk}`.slice(-ERRORS_KEPT)
  })
  child.on('error', (error) => {
    errors += error.message
  })
  if (child.stdin !== null)
    feed(child.stdin, options.stdin ?? '', (problem) => {
      errors += problem
    })
  const running = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null
  return { child, errors: () => errors, running, stop: () => endProgram(child, running) }
}

function feed(stdin: Writable, input: string | Readable, complain: (problem: string) => void): void {
  stdin.on('error', (error) => complain(error.message))
  if (typeof input === 'string') stdin.end(input)
  else input.pipe(stdin)
}

function spawnOptions(options: StartOptions): SpawnOptions {
  const stdio: ('pipe' | 'ignore')[] = ['pipe', 'pipe', 'pipe']
  if (options.pipeFrom !== undefined) {
    while (stdio.length < options.pipeFrom) stdio.push('ignore')
    stdio[options.pipeFrom] = 'pipe'
  }
  return { env: options.env, stdio }
}

async function endProgram(child: ChildProcess, running: () => boolean): Promise<void> {
  if (!running()) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const stubborn = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  await gone
  clearTimeout(stubborn)
}

/** The first line a program writes to one of its pipes; fails with its error output if it ends first. */
export function firstLine(program: Program, descriptor = 1): Promise<string> {
  const pipe = program.child.stdio[descriptor]
  return new Promise((resolve, reject) => {
    let text = ''
    pipe?.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text.split('\n')[0] ?? '')
    })
    program.child.once('error', reject)
    program.child.once('exit', () => reject(new Error(`${program.child.spawnargs.join(' ')}: ${program.errors()}`)))
  })
}

/** Asks again until the question is answered with something; the wait of last resort for programs that tell nothing. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  options: { readonly timeoutMs?: number; readonly everyMs?: number } = {},
): Promise<T> {
  const { timeoutMs = 5_000, everyMs = 20 } = options
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const answer = await ask()
    if (answer !== null && answer !== undefined && answer !== false) return answer
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}
