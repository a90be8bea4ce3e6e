import type { Shell } from 'electron'
import { explain } from '../log/explain.ts'
import type { Log } from '../log/log.ts'

/** In the system's browser; false when the system knows none. Its address is nobody's business but the agent's. */
export async function openLink(url: string, shell: Pick<Shell, 'openExternal'>, log: Log): Promise<boolean> {
  try {
    await shell.openExternal(url)
    return true
  } catch (error) {
    log.warn('link not opened', { why: explain(error).replaceAll(url, '…') })
    return false
  }
}
