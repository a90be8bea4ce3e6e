import { join } from 'node:path'
import type { Agent, Directory, DirectoryRequests, Language, Time } from '#contract'
import type { Log } from '../log/log.ts'
import { openContactFile } from './contacts/contact-file.ts'
import { type Contacts, createContacts } from './contacts/contacts.ts'
import { exportContacts, type FileChoice, importContacts } from './contacts/import-export.ts'
import type { DirectoryGateway } from './platform/platform.ts'
import { createPlatformDirectory, type PlatformDirectory } from './platform/platform-directory.ts'
import { createRefresh, type Refresh } from './refresh/refresh.ts'
import { createSearchIndex, type SearchIndex } from './search/search-index.ts'
import { createWatchers, type Watchers } from './watchers.ts'

export interface DirectoryParts {
  readonly gateway: DirectoryGateway
  readonly userData: string
  readonly choose: FileChoice
  /** In which the columns of an exported table are named. */
  readonly language: () => Language
  readonly onChange: (directory: Directory) => void
  /** The file of contacts was damaged; what it is called now. */
  readonly onSetAside: (file: string) => void
  readonly now: () => Time
  readonly log: Log
}

export interface DirectoryPart {
  readonly requests: DirectoryRequests
  current(): Directory
  agentChanged(agent: Agent): void
  /** The same for a desk that starts anew and looks at nothing yet. */
  started(): Directory
}

/** Everybody and everything that can be reached: the platform's, and the agent's own contacts. */
export function createDirectory(parts: DirectoryParts): DirectoryPart {
  const index = createSearchIndex()
  let revision = 0
  const current = (): Directory => ({ revision, freshness: platform.freshness(), contacts: contacts.count() })
  const onChange = () => {
    revision += 1
    parts.onChange(current())
  }
  const platform = createPlatformDirectory({ gateway: parts.gateway, index, onChange, now: parts.now })
  const contacts = createContacts({
    file: openContactFile(join(parts.userData, 'contacts.jsonl'), parts.log),
    index,
    onChange,
    onSetAside: parts.onSetAside,
  })
  const refresh = createRefresh({ ask: platform.ask, now: parts.now })
  const watchers = createWatchers(refresh.watch)
  return {
    current,
    requests: requestsOf(parts, { index, contacts, watchers, revision: () => revision }),
    agentChanged: hearAgent(platform, refresh),
    started: () => {
      watchers.clear()
      return current()
    },
  }
}

/** The platform is asked only while somebody is signed in there and the connection stands. */
function hearAgent(platform: PlatformDirectory, refresh: Refresh): (agent: Agent) => void {
  let workNumber: string | null = null
  return (agent) => {
    const signedIn = agent.status === 'signed-in' && agent.gateway.status !== 'none'
    const now = signedIn ? (agent.workNumber ?? '') : null
    if (now !== workNumber) {
      workNumber = now
      refresh.connected(false)
      void platform.begin(now)
    }
    refresh.connected(signedIn && agent.gateway.status === 'connected')
  }
}

interface Answering {
  readonly index: SearchIndex
  readonly contacts: Contacts
  readonly watchers: Watchers
  readonly revision: () => number
}

function requestsOf(parts: DirectoryParts, { index, contacts, watchers, revision }: Answering): DirectoryRequests {
  const exchange = { contacts, choose: parts.choose, language: parts.language, log: parts.log }
  return {
    'directory.search': async (input) => {
      await contacts.loaded
      const asked = revision()
      return { ...(await index.search(input)), revision: asked }
    },
    'directory.watch': ({ by, on, queues }) => watchers.set(by, on ? queues : null),
    'contacts.save': (input) => contacts.save(input),
    'contacts.remove': ({ id }) => contacts.remove(id),
    'contacts.import': () => importContacts(exchange),
    'contacts.export': ({ format }) => exportContacts(exchange, format),
  }
}
