import type { Tab } from './tab.ts'

const longestTitle = 200
/** Some pages count in their title. */
const calmMs = 100

/** Title, address and history, as an address bar shows them. */
export function hearSeen({ contents, tell }: Pick<Tab, 'contents' | 'tell'>): void {
  const titled = calmly((title: string) => tell({ type: 'seen', tab: { title } }))
  contents.on('page-title-updated', (_, title) => titled(title.slice(0, longestTitle)))
  contents.once('destroyed', titled.stop)
  const moved = () => {
    const { canGoBack, canGoForward } = historyOf(contents)
    tell({ type: 'seen', tab: { ...addressOf(contents.getURL()), canGoBack, canGoForward } })
  }
  contents.on('did-navigate', () => {
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

function historyOf({ navigationHistory }: Tab['contents']) {
  return { canGoBack: navigationHistory.canGoBack(), canGoForward: navigationHistory.canGoForward() }
}

/** Never path or query: they name a customer. */
export function addressOf(url: string): { readonly host: string; readonly secure: boolean } {
  const { host, protocol } = URL.canParse(url) ? new URL(url) : { host: '', protocol: '' }
  return { host, secure: protocol === 'https:' }
}
