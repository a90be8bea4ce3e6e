export interface RestWhen {
  readonly afterMs: number
  /** Asked when it is time. */
  readonly may: () => boolean
}

export interface Rest {
  /** Something is asked: no rest until it is done. What is ending is to be waited for: one thread at a time has the file. */
  begin(): Promise<void> | null
  done(): void
  /** Ends it now, and no more by itself. */
  end(): Promise<void>
}

/** Ends a thread that nobody has asked for a while. */
export function restWhen(when: RestWhen | undefined, end: () => Promise<void>): Rest {
  let asking = 0
  let timer: NodeJS.Timeout | undefined
  let ending: Promise<void> | null = null
  const endOnce = () => {
    clearTimeout(timer)
    ending ??= end().finally(() => {
      ending = null
    })
    return ending
  }
  const restLater = () => {
    clearTimeout(timer)
    if (!when || asking > 0) return
    timer = setTimeout(() => {
      if (when.may()) void endOnce()
    }, when.afterMs)
    timer.unref()
  }
  return {
    begin: () => {
      clearTimeout(timer)
      asking += 1
      return ending
    },
    done: () => {
      asking -= 1
      restLater()
    },
    end: endOnce,
  }
}
