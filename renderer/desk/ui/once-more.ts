/** Runs one at a time: whoever asks while it runs has it run once more afterwards, however often they ask. */
export function onceMore(run: () => Promise<void>): () => Promise<void> {
  let running = false
  let again = false
  return async () => {
    again = true
    if (running) return
    running = true
    try {
      while (again) {
        again = false
        await run()
      }
    } finally {
      running = false
    }
  }
}
