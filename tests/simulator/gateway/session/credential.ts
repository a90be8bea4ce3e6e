import { randomUUID } from 'node:crypto'
import type { Platform } from '../../platform/model.ts'

/** A session's GUIDs: the newest, and those before it that still count. */
export interface Credential {
  readonly current: () => string
  /** Unknown, or once good and too old. */
  readonly check: (guid: string | null) => 'good' | 'bad'
  /** A new one if it is time for it (spec/ccgateway.md 1.3, AUTHMODE 2). */
  readonly rotate: () => string | null
  /** A new one now (`updateGuid`, spec/ccgateway.md 3.7). */
  readonly renew: () => string
  readonly all: () => readonly string[]
}

/** Everything after `JSESSIONID=`: uuid and the node's suffix (spec/ccgateway.md 1.3). */
function newGuid(node: number): string {
  return `${randomUUID()}.AgentGateway${node}`
}

export function createCredential({ behaviour, timeouts }: Pick<Platform, 'behaviour' | 'timeouts'>): Credential {
  const issued = [{ guid: newGuid(0), at: performance.now() }]

  const renew = (node: number): string => {
    const guid = newGuid(node)
    issued.unshift({ guid, at: performance.now() })
    return guid
  }
  return {
    current: () => issued[0]?.guid ?? '',
    all: () => issued.map(({ guid }) => guid),
    check: (guid) => {
      const found = issued.find((one) => one.guid === guid)
      if (!found) return 'bad'
      const old = performance.now() - found.at > timeouts.guidTimeoutMs
      return behaviour.authMode === 2 && old ? 'bad' : 'good'
    },
    rotate: () => {
      const age = performance.now() - (issued[0]?.at ?? 0)
      return behaviour.authMode === 2 && age >= timeouts.guidIntervalMs ? renew(0) : null
    },
    renew: () => renew(1),
  }
}
