/** After a stall longer than this the time lost is dropped rather than sent in one burst. */
const LOST_MS = 500

/** Calls `beat` every so many milliseconds without drift: a late beat does not delay the next. Returns how to stop. */
export function startPacer(everyMs: number, beat: () => void): () => void {
  let due = performance.now() + everyMs
  let timer = setTimeout(run, everyMs)

  function run(): void {
    const now = performance.now()
    if (now - due > LOST_MS) due = now
    for (; due <= now; due += everyMs) beat()
    timer = setTimeout(run, due - performance.now())
  }

  return () => clearTimeout(timer)
}
