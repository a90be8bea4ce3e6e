import type { Tab } from '../tab.ts'

const pulseMs = 3_000
/** A page that loops without end is said to within ten seconds, whether anybody clicks in it or not. */
const silentMs = 6_000

interface Responding {
  /** Only what is seen is asked: a hidden page may sleep. */
  readonly isSeen: () => boolean
  /** It stands still because the agent is to answer something. */
  readonly isWaiting: () => boolean
  readonly onChange: (responds: boolean) => void
}

/** Whether the page that is seen still runs: Chromium itself notices only when somebody clicks. */
export function watchResponding({ contents }: Pick<Tab, 'contents'>, watch: Responding): { stop(): void } {
  let asked: number | null = null
  let pulses = 0
  const heard = () => {
    asked = null
    watch.onChange(true)
  }
  const beat = () => {
    if (!watch.isSeen() || watch.isWaiting() || contents.isCrashed()) {
      asked = null
      return
    }
    if (asked !== null && (pulses - asked) * pulseMs >= silentMs) watch.onChange(false)
    asked ??= pulses
    pulses += 1
    contents.send('ping')
  }
  const pulse = setInterval(beat, pulseMs)
  contents.ipc.on('pong', heard)
  // Another document answers for itself.
  contents.on('did-navigate', heard)
  contents.on('unresponsive', () => !watch.isWaiting() && watch.onChange(false))
  contents.on('responsive', () => watch.onChange(true))
  return { stop: () => clearInterval(pulse) }
}
