import type { AuthInfo } from 'electron'
import type { Tab } from '../tab/tab.ts'
import type { Questions } from './questions.ts'

/** Wrong ones after which the page is given up: a server counts them too. */
const mostTries = 3

/** A server or proxy that wants a name and a password (RFC 9110 section 11). Chromium keeps them until sign-out, in memory. */
export function askForSignIn(tab: Tab, questions: Questions, onRefused: () => void): void {
  const tries = new Map<string, number>()
  tab.contents.on('login', (event, _details, info, give) => {
    event.preventDefault()
    const realm = `${info.isProxy} ${info.host}:${info.port} ${info.realm}`
    const tried = tries.get(realm) ?? 0
    if (tried >= mostTries) {
      tries.delete(realm)
      onRefused()
      return give()
    }
    tries.set(realm, tried + 1)
    void ask(tab, questions, info, tried > 0).then((answer) => {
      if (answer !== null) return give(answer.user, answer.password)
      tries.delete(realm)
      onRefused()
      give()
    })
  })
  tab.contents.on('did-finish-load', () => tries.clear())
}

async function ask(tab: Tab, questions: Questions, { host, port, realm, isProxy }: AuthInfo, again: boolean) {
  const answer = await questions.ask(tab, {
    kind: 'sign-in',
    host: port === 443 || port === 80 ? host : `${host}:${port}`,
    realm: realm.slice(0, 200),
    proxy: isProxy,
    secure: tab.contents.getURL().startsWith('https:'),
    again,
  })
  return answer === null || answer.user === null ? null : { user: answer.user, password: answer.password }
}
