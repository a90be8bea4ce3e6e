export function say(text: string): void {
  console.log(text)
}

/** Something that takes its time, told with how long it took; whoever watches is told what they wait for. */
export async function timed<T>(what: string, act: () => Promise<T>): Promise<T> {
  if (process.stdout.isTTY) process.stdout.write(`         …  ${what}\r`)
  const from = performance.now()
  const result = await act()
  say(line(performance.now() - from, what))
  return result
}

/** The terminal's one form: the time in milliseconds, then what happened. */
export function line(ms: number, what: string): string {
  return `${String(Math.round(ms)).padStart(7)} ms  ${what}`
}
