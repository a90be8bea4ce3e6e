/** After a stall longer than this the time lost is dropped rather than sent in one burst. */
const LOST_MS = 500

/**
 * Calls `beat` every so many milliseconds without drift, with the moment it was due: a late beat does not delay the
 * next. Returns how to stop.
 */
export function startPacer(everyMs: number, beat: (due: number) => void, clock = () => performance.now()): () => void {
  let due = clock() + everyMs
  let timer: NodeJS.Timeout | null = setTimeout(run, everyMs)

  function run(): void {
    const now = clock()
    if (now - due > LOST_MS) due = now
    for (; due <= now && timer; due += everyMs) beat(due)
    if (timer) timer = setTimeout(run, due - clock())
  }

  return () => {
    if (timer) clearTimeout(timer)
    timer = null
  }
}
