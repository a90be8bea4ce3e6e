import type { Agent, Calls, Chats, Pop, PopRequests } from '#contract'
import { requestsOf } from './requests.ts'
import { createShell, type PopOptions, type Shell } from './shell.ts'
import type { SitePage } from './site-page.ts'
import { snapshot } from './state.ts'
import { originOf } from './template.ts'
import type { PopAgent } from './values.ts'
import type { PageRules } from './views.ts'

export interface PopPart {
  readonly requests: PopRequests
  current(): Pop
  agent(agent: Agent): void
  calls(calls: Pick<Calls, 'list'>): void
  chats(chats: Pick<Chats, 'list'>): void
  /** Another profile is in force. */
  siteChanged(): void
}

/** The customer's pages beside the call: which there are, where they are seen, and what they are told. */
export function createPop(options: PopOptions): PopPart {
  const shell = createShell(options)
  const { state, apply, look, views } = shell
  return {
    requests: requestsOf(shell),
    current: () => snapshot(state()),
    agent: followAgent(shell),
    calls: (calls) => look({ calls }),
    chats: (chats) => look({ chats }),
    siteChanged: () => {
      // Whatever is open belongs to the profile before.
      if (state().agent !== null) views.use([], false)
      apply({ type: 'site', pages: options.pages() })
      useViews(shell)
      look()
    },
  }
}

function followAgent({ apply, look, state, views }: Shell): PopPart['agent'] {
  const follow = (agent: PopAgent | null) => {
    const wasIn = state().agent !== null
    apply({ type: 'agent', agent })
    if (wasIn !== (agent !== null)) useViews({ views, state })
    if (agent !== null && !wasIn) look()
  }
  return (agent) => {
    if (agent.status === 'signed-out' && state().agent !== null) follow(null)
    if (agent.status !== 'signed-in') return
    const { workNumber, softphoneNumber, skills } = agent
    const known = state().agent
    const workNo = workNumber ?? softphoneNumber
    if (known?.workNo !== workNo || known.skills !== skills) follow({ workNo, skills })
  }
}

function useViews({ views, state }: Pick<Shell, 'views' | 'state'>): void {
  const { pages, agent, place } = state()
  views.use(pages.map(rulesOf), agent !== null)
  // A site without pages has no window for them either.
  views.place(agent === null || pages.length === 0 ? 'closed' : place)
}

function rulesOf(page: SitePage): PageRules {
  const { name, url, keepsSignIn, permissions, hosts = null, sounds, dialableNumbers, servesSupportScript } = page
  return {
    ...{ name, keepsSignIn, permissions, hosts, sounds, dialableNumbers, servesSupportScript },
    origin: originOf(url),
    ca: page.ca ?? null,
  }
}
