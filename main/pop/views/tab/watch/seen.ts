import type { Tab } from '../tab.ts'

const longestTitle = 200
/** Some pages count in their title. */
const calmMs = 100

/** Title, address and history, as an address bar shows them. */
export function hearSeen({ contents, tell }: Pick<Tab, 'contents' | 'tell'>): void {
  const titled = calmly((title: string) => tell({ type: 'seen', tab: { title } }))
  // Without one of its own Chromium calls a page by its address.
  contents.on('page-title-updated', (_, title, isOwn) => isOwn && titled(title.slice(0, longestTitle)))
  contents.once('destroyed', titled.stop)
  let told = ''
  const moved = () => {
    const seen = { ...addressOf(contents.getURL()), ...historyOf(contents) }
    // A page may change what stands behind its host as often as it likes.
    if (JSON.stringify(seen) === told) return
    told = JSON.stringify(seen)
    tell({ type: 'seen', tab: seen })
  }
  contents.on('did-navigate', () => {
    forgetWarming(contents)
    tell({ type: 'seen', tab: { title: '' } })
    moved()
  })
  contents.on('did-navigate-in-page', (_, _url, isMainFrame) => isMainFrame && moved())
  contents.on('did-finish-load', moved)
}

/** The last of many at once is enough. */
function calmly(tell: (title: string) => void) {
  let timer: NodeJS.Timeout | undefined
  let last = ''
  const titled = (title: string) => {
    last = title
    timer ??= setTimeout(() => {
      timer = undefined
      tell(last)
    }, calmMs)
  }
  return Object.assign(titled, { stop: () => clearTimeout(timer) })
}

/** A view that was warm has been nowhere before its page (page/warm.ts). */
function forgetWarming({ navigationHistory }: Tab['contents']): void {
  if (navigationHistory.length() > 1 && navigationHistory.getEntryAtIndex(0).url === 'about:blank')
    navigationHistory.removeEntryAtIndex(0)
}

function historyOf({ navigationHistory }: Tab['contents']) {
  return { canGoBack: navigationHistory.canGoBack(), canGoForward: navigationHistory.canGoForward() }
}

/** Never path or query: they name a customer. */
export function addressOf(url: string): { readonly host: string; readonly secure: boolean } {
  const { host, protocol } = URL.canParse(url) ? new URL(url) : { host: '', protocol: '' }
  return { host, secure: protocol === 'https:' }
}
