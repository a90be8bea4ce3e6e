import type { DirectoryEntry, EntryKind, TransferKind } from '#contract'
import type { Desk } from '../../desk.svelte.ts'
import type { TargetSource } from '../../ui/target/target-source.ts'
import { callTitle } from '../call-words.ts'
import type { Target } from './target.ts'

const most = 50

const entryKinds: { readonly [K in TransferKind]: EntryKind } = {
  queue: 'queue',
  agent: 'agent',
  ivr: 'ivr',
  'access-code': 'access-code',
  outside: 'contact',
}

/** The directory; and the agent's own queues, which are known even where the directory is not there yet. */
export function targetsOf(desk: Pick<Desk, 'agent' | 'bridge' | 'calls' | 'directory'>): TargetSource<Target> {
  return {
    get revision() {
      return desk.directory.revision
    },
    find: async (text, kinds) => {
      const wanted = { text, kinds: kinds.map((kind) => entryKinds[kind]), offset: 0, limit: most }
      const { entries, counts } = await desk.bridge.request('directory.search', wanted)
      const own = counts.queue === 0 && kinds.includes('queue') ? ownQueues(desk, text) : []
      return [...spokenTo(desk), ...own, ...entries.flatMap(targetsIn)].filter(({ kind }) => kinds.includes(kind))
    },
    watch: async (on, queues) => {
      await desk.bridge.request('directory.watch', { by: 'transfer', on, queues })
    },
  }
}

/** Without a platform, two calls of the line are put through to each other (RFC 3891). */
function spokenTo({ agent, calls }: Pick<Desk, 'agent' | 'calls'>): readonly Target[] {
  if (agent.status !== 'signed-in' || agent.gateway.status !== 'none') return []
  return calls.list
    .filter(({ phase }) => phase.name === 'held' || phase.name === 'talking')
    .map((call) => ({
      id: `call:${call.id}`,
      kind: 'outside',
      address: call.number,
      name: callTitle(call),
      how: 'talk',
    }))
}

/** A contact with several numbers is several targets. */
function targetsIn({ id, name, detail, state, waiting, can }: DirectoryEntry): readonly Target[] {
  return can.flatMap((deed, index): readonly Target[] => {
    if (deed.do !== 'transfer') return []
    const target = { id: `${id}:${index}`, kind: deed.to.kind, address: deed.to.address, name }
    return [
      {
        ...target,
        ...(detail && { remark: detail }),
        ...(state && { state }),
        ...(waiting !== undefined && { waiting }),
      },
    ]
  })
}

function ownQueues({ agent }: Pick<Desk, 'agent'>, text: string): readonly Target[] {
  if (agent.status !== 'signed-in') return []
  const wanted = text.toLowerCase()
  return agent.skills
    .filter(({ id, name }) => String(id).startsWith(wanted) || name.toLowerCase().includes(wanted))
    .map(({ id, name }) => ({ id: `queue:${id}`, kind: 'queue', address: String(id), name }))
}
