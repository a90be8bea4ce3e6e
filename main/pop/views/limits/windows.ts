import type { BrowserWindowConstructorOptions, HandlerDetails, WebContents, WebPreferences } from 'electron'
import type { Tab } from '../tab/tab.ts'
import { isDialLink } from './dial-link.ts'
import { mayShow } from './hosts.ts'

/** Open at the same time from one tab. */
const most = 8
/** So many refused ones of a page are counted; a page that goes on for ever is not heard for ever. */
const mostTold = 100

export interface PageWindows {
  readonly preferences: () => WebPreferences
  /** How many it may open without the agent's hand. */
  readonly unasked: number
  /** Whether the agent has just done something in the page, once for each time. */
  readonly byHand: () => boolean
  readonly onDialLink: (url: string) => void
  /** Makes a tab of it; `contents` where Chromium has made them, so that the page keeps hold of its window. */
  readonly adopt: (options: { readonly contents: WebContents | undefined; readonly url: string }) => WebContents
}

/** A window that the page opens is a tab: some as it likes, others one for each deed of the agent's. */
export function limitWindows({ contents, page, tell }: Tab, windows: PageWindows): void {
  const open = new Set<WebContents>()
  let opened = 0
  let refused = 0
  contents.on('did-navigate', () => {
    refused = 0
  })
  const refuse = () => {
    refused += 1
    if (refused <= mostTold) tell({ type: 'window-refused' })
  }
  const isRefused = ({ url }: HandlerDetails) => {
    const leads = url === '' || url === 'about:blank' || mayShow(url, page.rules)
    return !leads || open.size >= most || (opened >= windows.unasked && !windows.byHand())
  }
  contents.setWindowOpenHandler((details) => {
    if (isDialLink(details.url)) {
      windows.onDialLink(details.url)
      return { action: 'deny' }
    }
    if (isRefused(details)) {
      refuse()
      return { action: 'deny' }
    }
    opened += 1
    const createWindow = (options: BrowserWindowConstructorOptions) => {
      const made = windows.adopt({ contents: contentsIn(options), url: details.url })
      open.add(made)
      made.once('destroyed', () => open.delete(made))
      return made
    }
    return {
      action: 'allow',
      outlivesOpener: true,
      overrideBrowserWindowOptions: { webPreferences: windows.preferences() },
      createWindow,
    }
  })
}

/** Electron's types do not know it: absent for a tab in the background (electron/electron#49307). */
function contentsIn(options: object): WebContents | undefined {
  return 'webContents' in options ? (options.webContents as WebContents | undefined) : undefined
}
