import type { Certificate } from 'electron'
import type { ClientCertificate } from '#contract'
import type { Tab } from '../tab/tab.ts'
import type { Questions } from './questions.ts'

/** More than anybody can choose among. */
const most = 50

/** A server that wants to know the agent by a certificate (RFC 8446 section 4.3.2) gets the one that the agent chooses. */
export function askForCertificate(tab: Tab, questions: Questions): void {
  tab.contents.on('select-client-certificate', (event, url, list, give) => {
    event.preventDefault()
    const host = URL.canParse(url) ? new URL(url).host : url.slice(0, 200)
    const offered = list.slice(0, most)
    void questions.ask(tab, { kind: 'certificate', host, choices: offered.map(choiceOf) }).then((answer) => {
      const choice = answer?.choice ?? null
      // Null is none, which the server may take well; Electron's types do not know it, and nothing at all would end the
      // app (OnClientCertificateSelected in shell/browser/api/electron_api_app.cc).
      Reflect.apply(give, undefined, [(choice === null ? null : offered[choice]) ?? null])
    })
  })
}

function choiceOf({ subjectName, issuerName, validExpiry }: Certificate): ClientCertificate {
  return { subject: subjectName, issuer: issuerName, validUntil: validExpiry * 1_000 }
}
