import { type Session, session as sessions } from 'electron'
import { explain } from '../../../log/explain.ts'
import type { PageRules } from '../../views.ts'
import type { ViewsGround } from '../ground.ts'
import type { SitePage } from '../tab/tab.ts'
import { partitionOf } from './partition.ts'
import { serveSupportScript } from './support-script.ts'
import { userAgentOf } from './user-agent.ts'

/** Opens the session of each configured page, once, and forgets what is in it when nobody is signed in any more. */
export interface SitePages {
  use(pages: readonly PageRules[]): void
  find(name: string): SitePage | undefined
  all(): readonly SitePage[]
  /** Storage that is not to last, and every password that was given for a server. */
  forget(): void
}

/** What pages in this session may, said once before anything is in it. */
export type Guard = (session: Session, page: () => SitePage) => { forget(): void }

export function openSitePages(ground: ViewsGround, guard: Guard): SitePages {
  const pages = new Map<string, SitePage>()
  const opened = new Map<string, Session>()
  const known = new Map<Session, SitePage>()
  const guards: ReturnType<Guard>[] = []

  const open = (rules: PageRules): SitePage => {
    const partition = partitionOf(rules)
    const found = opened.get(partition)
    const session = found ?? sessions.fromPartition(partition)
    const page = { rules, session }
    known.set(session, page)
    if (found) return page
    opened.set(partition, session)
    ground.onSession(session)
    ground.fetchNoDictionary(session)
    ground.trust(session, rules.origin, rules.ca)
    session.setUserAgent(userAgentOf(session.getUserAgent()))
    serveSupportScript(session, () => known.get(session)?.rules.servesSupportScript === true)
    guards.push(guard(session, () => known.get(session) ?? page))
    return page
  }
  return {
    use: (wanted) => {
      pages.clear()
      for (const rules of wanted) pages.set(rules.name, open(rules))
    },
    find: (name) => pages.get(name),
    all: () => [...pages.values()],
    forget: () => {
      for (const guarded of guards) guarded.forget()
      for (const { rules, session } of known.values()) void forget(rules, session, ground)
    },
  }
}

async function forget({ name, keepsSignIn }: PageRules, session: Session, { log }: ViewsGround): Promise<void> {
  try {
    await session.clearAuthCache()
    await session.closeAllConnections()
    if (keepsSignIn) return
    await session.clearStorageData()
    await session.clearCache()
  } catch (error) {
    log.error('what a page kept could not be cleared', { page: name, error: explain(error) })
  }
}
