import type { IpcMainEvent } from 'electron'
import type { Tab } from '../tab/tab.ts'

/**
 * The system's dialog comes over the desk and takes the keyboard: a page opens it by the agent's hand. A window that a
 * page has opened, as to print a label, may do so once by itself. Frames in a page ask nobody.
 */
export function limitPrinting({ contents }: Pick<Tab, 'contents'>, byHand: () => boolean): void {
  let unasked = contents.opener === null ? 0 : 1
  contents.ipc.on('page.print', (event: Pick<IpcMainEvent, 'returnValue'>) => {
    const may = byHand() || unasked > 0
    if (may) unasked = 0
    event.returnValue = may
  })
}
