import type { Log } from '../../../../log/log.ts'
import type { Tab } from '../tab.ts'

/** As of something that may wait: about a tenth of what the voice gets where both want the whole processor (nice 10). */
const low = 10

interface Priorities {
  readonly setPriority: (processId: number, priority: number) => void
  readonly log: Pick<Log, 'info'>
}

/** A page that computes without end leaves the processor to the voice. It may be another process with each document. */
export function yieldToVoice({ contents }: Pick<Tab, 'contents'>, { setPriority, log }: Priorities): void {
  const lower = () => {
    const processId = contents.getOSProcessId()
    // One that has gone is 0, and that is Earshot itself (setpriority(2)).
    if (processId === 0) return
    try {
      setPriority(processId, low)
    } catch {
      // This system does not let it be said: the page goes on as any other program.
      log.info('a page keeps its priority')
    }
  }
  contents.on('did-navigate', lower)
  contents.on('dom-ready', lower)
}
