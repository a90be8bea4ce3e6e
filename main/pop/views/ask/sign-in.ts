import type { AuthInfo } from 'electron'
import type { Tab } from '../tab/tab.ts'
import type { Questions } from './questions.ts'

/** Wrong ones after which the page is given up: a server counts them too. */
const mostTries = 3

/** A server or proxy that wants a name and a password (RFC 9110 section 11). Chromium keeps them until sign-out, in memory. */
export function askForSignIn(tab: Tab, questions: Questions, onRefused: () => void): void {
  const { contents } = tab
  const tries = new Map<string, number>()
  const isOfPage = watchAddress(contents)
  contents.on('login', (event, { url }, info, give) => {
    event.preventDefault()
    const realm = `${info.isProxy} ${info.host}:${info.port} ${info.realm}`
    const tried = tries.get(realm) ?? 0
    const giveUp = () => {
      tries.delete(realm)
      // A picture that is not shown is no reason to take the page away.
      if (isOfPage(url)) onRefused()
      give()
    }
    if (tried >= mostTries) return giveUp()
    tries.set(realm, tried + 1)
    void questions.ask(tab, { ...wanted(url, info), again: tried > 0 }).then((answer) => {
      if (answer === null) give()
      else if (answer.user === null) giveUp()
      else give(answer.user, answer.password)
    })
  })
  contents.on('did-finish-load', () => tries.clear())
}

/** Whether what is at an address is what the tab is to show. */
function watchAddress(contents: Tab['contents']): (url: string) => boolean {
  let asked = ''
  const hear = ({ url, isMainFrame }: { readonly url: string; readonly isMainFrame: boolean }) => {
    if (isMainFrame) asked = withoutFragment(url)
  }
  contents.on('did-start-navigation', hear)
  contents.on('did-redirect-navigation', hear)
  return (url) => withoutFragment(url) === asked
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? ''
}

function wanted(url: string, { host, port, realm, isProxy, scheme }: AuthInfo) {
  return {
    kind: 'sign-in',
    host: port === 443 || port === 80 ? host : `${host}:${port}`,
    realm: realm.slice(0, 200),
    proxy: isProxy,
    // Between here and a proxy nothing is encrypted but by the way of signing in itself (RFC 7617 section 4).
    secure: isProxy ? scheme !== 'basic' : url.startsWith('https:'),
  } as const
}
