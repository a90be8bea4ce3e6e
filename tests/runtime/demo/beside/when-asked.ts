/** Resolves when the terminal asks to end: Ctrl+C, or its window closes. Asked twice, it ends at once. */
export function whenAsked(endAtOnce: () => void): Promise<'asked'> {
  return new Promise((resolve) => {
    let asked = false
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (asked) endAtOnce()
        asked = true
        resolve('asked')
      })
    }
  })
}
