import type { Desk } from '../../desk.svelte.ts'
import type { FindTargets } from './target.ts'

/** The agent's own queues, by name and number. */
export function findTargets(desk: Pick<Desk, 'agent'>): FindTargets {
  return (text, kinds) => {
    const { agent } = desk
    if (agent.status !== 'signed-in' || !kinds.includes('queue')) return Promise.resolve([])
    const wanted = text.toLowerCase()
    const queues = agent.skills.filter(
      ({ id, name }) => String(id).startsWith(wanted) || name.toLowerCase().includes(wanted),
    )
    return Promise.resolve(
      queues.map(({ id, name }) => ({ id: `queue:${id}`, kind: 'queue', address: String(id), name })),
    )
  }
}
