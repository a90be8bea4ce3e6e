import type { DirectoryEntry, EntryDeed, TransferKind } from '#contract'
import { type Line, lineOf } from '../search/line.ts'
import type { Seen } from './colleague-state.ts'
import type { Colleague, PlatformCode, PlatformQueue } from './platform.ts'

export function agentLine(colleague: Colleague, seen: Seen, isSelf: boolean): Line {
  const { workNumber, name, group = '', queues } = colleague
  const entry: DirectoryEntry = {
    id: `agent:${workNumber}`,
    kind: 'agent',
    name,
    detail: group,
    number: workNumber,
    can: isSelf ? [] : agentDeeds(workNumber, seen),
    ...seen,
    ...(queues && { queues }),
  }
  return lineFor(entry)
}

/** Nobody can be reached who is not there; what else stands in the way is for the platform to say. */
function agentDeeds(workNumber: string, { state }: Seen): readonly EntryDeed[] {
  if (state === 'offline') return []
  const to = { kind: 'agent' as const, address: workNumber }
  const pickUp: readonly EntryDeed[] = state === 'ringing' ? [{ do: 'pick-up', workNumber }] : []
  return [...pickUp, { do: 'call-inside', to }, { do: 'transfer', to }]
}

export function queueLine({ id, name }: PlatformQueue, waiting: number | undefined): Line {
  const to = { kind: 'queue' as const, address: id }
  return lineFor({
    id: `queue:${id}`,
    kind: 'queue',
    name,
    detail: '',
    number: id,
    can: [
      { do: 'call-inside', to },
      { do: 'transfer', to },
    ],
    ...(waiting !== undefined && { waiting }),
  })
}

export function codeLine(kind: TransferKind & ('access-code' | 'ivr'), { code, name }: PlatformCode): Line {
  const can: readonly EntryDeed[] = [{ do: 'transfer', to: { kind, address: code } }]
  return lineFor({ id: `${kind}:${code}`, kind, name, detail: '', number: code, can })
}

function lineFor(entry: DirectoryEntry): Line {
  const { id, kind, name, number, detail } = entry
  return lineOf({ id, kind, name, numbers: [number], more: detail, shown: () => entry })
}
