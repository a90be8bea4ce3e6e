import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { onTestFinished } from 'vitest'
import type { Crm, CrmDoor } from '#simulator/crm/crm.ts'
import { openCrm } from '#simulator/crm/open-crm.ts'
import { createAuthority } from '#simulator/tls/certificates.ts'

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

export interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** A CRM, and a browser that trusts its authority. */
export async function stageCrm() {
  const authority = await createAuthority()
  const crm = await openCrm(authority)
  onTestFinished(() => crm.stop())
  return { crm, ask: browser(crm, authority.pem) }
}

function browser(crm: Crm, ca: string) {
  return async (path: string, { method = 'GET', headers = {}, body }: Asking = {}, door: CrmDoor = 'main') => {
    const asked = request(`${crm.origins[door]}${path}`, { method, headers, ca, agent: false })
    asked.end(body)
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    let text = ''
    for await (const chunk of answer.setEncoding('utf8')) text += chunk
    const answered: Answered = { status: answer.statusCode ?? 0, headers: answer.headers, text }
    return answered
  }
}
