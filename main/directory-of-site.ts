import type { Language } from '#contract'
import type { Notices } from './agent/notices.ts'
import type { FileChoice } from './directory/contacts/import-export.ts'
import { createDirectory, type DirectoryPart } from './directory/directory.ts'
import type { Asked, DirectoryGateway } from './directory/platform/platform.ts'
import type { Gateway, GatewayResult, Operation } from './gateway/gateway.ts'
import * as operations from './gateway/operations/directory.ts'
import { commandResult } from './gateway/verbs/command-result.ts'
import type { GatewayOfSite } from './gateway-of-site.ts'
import type { Given } from './parts.ts'

/** What the directory needs of the ground the app stands on. */
export interface DirectoryGround {
  readonly userData: string
  readonly contactFiles: FileChoice
  readonly language: () => Language
}

export function createDirectoryOfSite(
  { tell, now, log, directoryGround }: Given,
  gateway: Pick<GatewayOfSite, 'directory'>,
  notices: Pick<Notices, 'add'>,
): DirectoryPart {
  return createDirectory({
    gateway: gateway.directory,
    userData: directoryGround.userData,
    choose: directoryGround.contactFiles,
    language: directoryGround.language,
    onChange: (directory) => tell.desk('directory.changed', directory),
    onSetAside: (file) => notices.add({ kind: 'contacts-damaged', file }),
    now,
    log,
  })
}

/** The queries in the directory's own words; `current` is asked each time, since a sign-in makes a new gateway. */
export function directoryQueries(current: () => Gateway | null): DirectoryGateway {
  const ask = async <T>(operation: Operation<T>): Promise<Asked<T>> => {
    const gateway = current()
    return gateway ? asked(await gateway.run(operation)) : { ok: false, reason: 'not-connected' }
  }
  // A gateway without the fuller query answers this one (spec/ccgateway.md chapter 7 has both from the demos).
  let onlyOnline = false
  return {
    agents: async () => {
      if (onlyOnline) return ask(operations.onlineAgents())
      const all = await ask(operations.allAgents())
      if (all.ok || !isUnknownQuery(all)) return all
      const online = await ask(operations.onlineAgents())
      onlyOnline = online.ok
      return online
    },
    queues: () => ask(operations.vdnQueues()),
    accessCodes: () => ask(operations.accessCodes()),
    ivrs: () => ask(operations.ivrs()),
    waiting: (queueId) => ask(operations.waitingInQueue(queueId)),
  }
}

/** Over HTTPS an unknown path is a page, which is no answer of this protocol. */
function isUnknownQuery({ reason, retcode }: Extract<Asked<unknown>, { ok: false }>): boolean {
  return retcode === '000-002' || (retcode === undefined && reason === 'garbled')
}

function asked<T>(result: GatewayResult<T>): Asked<T> {
  if (result.ok) return result
  if (result.failure.kind === 'garbled') return { ok: false, reason: 'garbled' }
  const failed = commandResult(result)
  return failed.ok ? { ok: false, reason: 'refused' } : failed
}
