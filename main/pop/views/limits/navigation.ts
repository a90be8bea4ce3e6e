import type { Tab } from '../tab/tab.ts'
import { isDialLink } from './dial-link.ts'
import { mayShow } from './hosts.ts'

interface Limits {
  readonly onDialLink: (url: string) => void
  readonly onRefused: () => void
}

/**
 * A page goes where http and https lead, within the hosts of its profile. The limit is on what the tab shows: a frame in
 * it, as of a map, is its page's own affair. Main's own loads begin at the profile's address.
 */
export function limitNavigation({ contents, page }: Tab, { onDialLink, onRefused }: Limits): void {
  contents.on('will-frame-navigate', (event) => {
    if (isDialLink(event.url)) {
      event.preventDefault()
      onDialLink(event.url)
    } else if (event.isMainFrame && !mayShow(event.url, page.rules)) {
      event.preventDefault()
      if (isOfWeb(event.url)) onRefused()
    }
  })
  contents.on('will-redirect', (event) => {
    if (!event.isMainFrame || mayShow(event.url, page.rules)) return
    event.preventDefault()
    onRefused()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** A link to a program that nobody knows leads nowhere, without a word. */
function isOfWeb(url: string): boolean {
  return /^https?:/i.test(url)
}
