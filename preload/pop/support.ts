import { contextBridge } from 'electron'
import type { PageEvent } from '../contract.ts'
import { type Callout, outboundOf } from './callout.ts'
import { createHandlers } from './handlers.ts'

export interface Support {
  tell(event: PageEvent): void
}

/** The one object that a page has of Earshot (spec/media-and-services.md 5.3). */
export function giveSupport(callOut: (wanted: Callout & { readonly by: 'support' }) => void): Support {
  const handlers = createHandlers((task) => setTimeout(task, 0))
  contextBridge.exposeInMainWorld('AICCSupport', {
    addHandler: handlers.add,
    removeHandler: handlers.remove,
    clickToOutbound: (first: unknown, second?: unknown) => {
      const wanted = outboundOf(first, second)
      if (wanted) callOut({ ...wanted, by: 'support' })
    },
  })
  return { tell: handlers.tell }
}
