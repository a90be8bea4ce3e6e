import type { TransferKind, TransferTarget } from '#contract'
import type { Operation } from '../gateway.ts'
import { known } from '../wire/lenient.ts'
import { command, dialled } from './operation.ts'

/** spec/ccgateway.md 8.3; `mode` is the platform's number, whose meaning hangs on the kind. */
export interface TransferOrder {
  readonly to: TransferTarget
  readonly mode: number
  readonly caller?: string
  readonly holdCustomer?: boolean
  readonly associatedData?: string
}

const deviceTypes: Readonly<Record<TransferKind, number>> = { queue: 1, agent: 2, ivr: 3, 'access-code': 4, outside: 5 }

export function transfer({ to, mode, caller, holdCustomer, associatedData }: TransferOrder): Operation<void> {
  const body = {
    devicetype: deviceTypes[to.kind],
    address: to.kind === 'outside' ? dialled(to.address) : to.address,
    mode,
    callappdata: associatedData || undefined,
    caller: to.kind === 'outside' && caller ? dialled(caller) : undefined,
    holdflag: holdCustomer,
  }
  return command('POST', '/voicecall/{agentId}/transfer', known(body))
}

/** Drops the third party of a talk or three-party transfer. */
export const cancelTransfer = (): Operation<void> => command('POST', '/voicecall/{agentId}/canceltransfer')

/** The held call is joined to the one that talks (spec/ccgateway.md 8.5). */
export function joinHeld(heldCallId: string): Operation<void> {
  return command('POST', '/voicecall/{agentId}/confjoin', { callid: heldCallId })
}
