/** After a stall longer than this the time lost is dropped rather than sent in one burst. */
const LOST_MS = 500

/** Calls `beat` every so many milliseconds without drift: a late beat does not delay the next. Returns how to stop. */
export function startPacer(everyMs: number, beat: () => void, clock = () => performance.now()): () => void {
  let due = clock() + everyMs
  let timer = setTimeout(run, everyMs)

  function run(): void {
    const now = clock()
    if (now - due > LOST_MS) due = now
    for (; due <= now; due += everyMs) beat()
    timer = setTimeout(run, due - clock())
  }

  return () => clearTimeout(timer)
}
