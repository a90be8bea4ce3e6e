import type { Session } from 'electron'

/** `https://{host}/service-cloud/resource.root/page/resource.root/js/AICCSupport.js` (media-and-services.md 5.3). */
const address = '*://*/*js/AICCSupport.js*'

/** The object is there before any script of the page: what is served in its script's place has nothing left to do. */
const ours = 'data:text/javascript,/* AICCSupport is given by Earshot */'

/** A page whose own policy refuses `data:` or that says the script's digest gets none, and has the object all the same. */
export function serveSupportScript(session: Pick<Session, 'webRequest'>, isWanted: () => boolean): void {
  session.webRequest.onBeforeRequest({ urls: [address] }, ({ url, resourceType }, answer) => {
    const replaced = isWanted() && resourceType === 'script' && isSupportScript(url)
    answer(replaced ? { redirectURL: ours } : {})
  })
}

export function isSupportScript(url: string): boolean {
  return URL.canParse(url) && new URL(url).pathname.endsWith('/js/AICCSupport.js')
}
