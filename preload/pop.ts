import { ipcRenderer } from 'electron'
import type { PageEvent, PageRequests, PageSetup } from './contract.ts'
import { calloutOf } from './pop/callout.ts'
import { replaceDialogs } from './pop/dialogs.ts'
import { askBeforeLeaving } from './pop/leave.ts'
import { makeDialable } from './pop/numbers/dialable.ts'
import { giveSupport } from './pop/support.ts'

/** Said by main when the view was made (main/pop/views/page/preferences.ts). */
const argument = '--earshot-page-origin='
const own = process.argv.find((word) => word.startsWith(argument))?.slice(argument.length)

const betweenMs = 50

type CallOut = Parameters<PageRequests['page.callOut']>[0]

replaceDialogs()
askBeforeLeaving()
ipcRenderer.on('ping', () => ipcRenderer.send('pong'))
if (location.origin === own) begin()

/** Elsewhere, as at another company's sign-in, a page has no more than in any browser. */
function begin(): void {
  let last = Number.NEGATIVE_INFINITY
  const callOut = (wanted: CallOut) => {
    // A page that wishes without end keeps its wishes to itself; main has limits of its own.
    if (performance.now() - last < betweenMs) return
    last = performance.now()
    void ipcRenderer.invoke('request', 'page.callOut', wanted)
  }
  const support = giveSupport(callOut)
  ipcRenderer.on('event', (_, { name, value }: { readonly name: string; readonly value: PageEvent }) => {
    if (name === 'page.event') support.tell(value)
  })
  // The page is its own top: what it posts there for the workbench comes here (spec/media-and-services.md 5.2).
  window.addEventListener('message', ({ data, origin }) => {
    const callout = calloutOf(data)
    if (callout) callOut({ ...callout, by: 'message', origin })
  })
  void ipcRenderer.invoke('request', 'page.setup', undefined).then(({ events, dialableNumbers }: PageSetup) => {
    for (const event of events) support.tell(event)
    if (dialableNumbers) makeDialable((number) => callOut({ number, mode: 'audio', by: 'number' }))
  })
}
