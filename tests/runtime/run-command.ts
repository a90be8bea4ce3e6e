import { spawn } from 'node:child_process'

interface Result {
  readonly ok: boolean
  readonly output: string
}

/** Runs a program to its end, or to `limitMs`; what it says on both outputs comes back as one text. */
export function runCommand(
  command: string,
  words: readonly string[],
  options: { readonly cwd?: string; readonly limitMs?: number } = {},
): Promise<Result> {
  return new Promise((resolve) => {
    const child = spawn(command, words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.limitMs === undefined ? {} : { timeout: options.limitMs, killSignal: 'SIGKILL' as const }),
    })
    const said: string[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    child.on('error', (error) => resolve({ ok: false, output: error.message }))
    child.on('close', (code) => resolve({ ok: code === 0, output: said.join('') }))
  })
}
