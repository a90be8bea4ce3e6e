/** How long main may be at one thing while a call may want it: half a frame. */
const sliceMs = 6

/** Work that says, every few hundred steps, where it may be put down for a moment. */
export type Slices<T> = Generator<void, T>

/** Works it off without ever keeping the process from anything else for longer than a slice. */
export async function inSlices<T>(work: Slices<T>): Promise<T> {
  for (;;) {
    const until = performance.now() + sliceMs
    do {
      const step = work.next()
      if (step.done) return step.value
    } while (performance.now() < until)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Works it off in one go, where nobody waits. */
export function atOnce<T>(work: Slices<T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
