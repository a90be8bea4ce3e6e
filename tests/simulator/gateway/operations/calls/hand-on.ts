import { askForHelp } from '../../../platform/calls/inside/help.ts'
import { freeAgent } from '../../../platform/calls/queue.ts'
import { joinHeld } from '../../../platform/calls/several/conference.ts'
import { hold, retrieve, swap } from '../../../platform/calls/several/hold.ts'
import { currentShare, othersOf } from '../../../platform/calls/shares.ts'
import { cancelTransfer, transfer } from '../../../platform/calls/transfer/transfer.ts'
import type { Agent, Platform, Share } from '../../../platform/model.ts'
import { ok, outcome, refused } from '../../answers.ts'
import type { Reply } from '../../gateway.ts'
import type { Context, Route } from '../../route.ts'
import * as forms from './forms.ts'

/** spec/ccgateway.md 8.1, 8.3 to 8.5: several calls, and other people in them. */
export const handOnRoutes: readonly Route[] = [
  post('hold', 'hold', ({ gateway, agent }) => outcome(hold(gateway.platform, agent))),
  post('getHold', 'gethold', ({ gateway, agent, request }) =>
    outcome(retrieve(gateway.platform, agent, request.query.get('callid'))),
  ),
  post('connectHold', 'connecthold/{callid}', ({ gateway, agent, params }) =>
    outcome(swap(gateway.platform, agent, params.callid ?? '')),
  ),
  post('transfer', 'transfer', transferCall),
  post('cancelTransfer', 'canceltransfer', ({ gateway, agent }) => outcome(cancelTransfer(gateway.platform, agent))),
  post('innerHelp', 'innerhelp', innerHelp),
  post('confJoin', 'confjoin', confJoin),
]

function post(name: string, path: string, run: (context: Context) => Reply): Route {
  return { name, method: 'POST', path: `/voicecall/{agentid}/${path}`, run }
}

function transferCall({ gateway, agent, request }: Context): Reply {
  const parsed = forms.transfer.safeParse(request.body)
  if (!parsed.success) return refused('000-002')
  const { devicetype, address, mode, callappdata, holdflag } = parsed.data
  const wish = { deviceType: devicetype, address, mode, data: callappdata, holdCustomer: holdflag }
  return outcome(transfer(gateway.platform, agent, wish))
}

function confJoin({ gateway, agent, request }: Context): Reply {
  const parsed = forms.conference.safeParse(request.body)
  if (!parsed.success) return refused('000-002')
  return outcome(joinHeld(gateway.platform, agent, parsed.data.callid, parsed.data.callappdata))
}

function innerHelp({ gateway, agent, request }: Context): Reply {
  const parsed = forms.help.safeParse(request.body)
  if (!parsed.success) return refused('000-002')
  const { dstaddress, devicetype, mode, callappdata, holdflag } = parsed.data
  if (![1, 2].includes(devicetype) || ![1, 2].includes(mode)) return refused('000-002')
  const share = currentShare(agent)
  if (!share || !mayAsk(share)) return refused('200-018')
  const to = colleague(gateway.platform, agent, devicetype, dstaddress)
  if (typeof to === 'string') return refused(to)
  const help = {
    to,
    mode: mode === 1 ? 'two-party' : 'three-party',
    data: callappdata,
    holdCustomer: holdflag,
  } as const
  return ok(askForHelp(gateway.platform, share, help))
}

/** About a customer's call that talks, and one colleague at a time (spec/ccgateway.md 8.4, inferred). */
function mayAsk(share: Share): boolean {
  const { state, call, part, feature } = share
  const ofCustomer = (feature === 0 || feature === 7) && part === 'main'
  return ofCustomer && state === 'talking' && call.under === null && othersOf(share).length === 1
}

/** Of a queue whoever has been idle longest; if nobody is, whoever is not free is told by an event (inferred). */
function colleague(platform: Platform, agent: Agent, deviceType: number, address: string): Agent | string {
  if (deviceType === 2) {
    const named = platform.agents.get(address)
    return named && named !== agent ? named : '300-002'
  }
  const queue = platform.queues.find(({ id }) => String(id) === address)
  if (!queue) return '600-002'
  return freeAgent(platform, queue, agent) ?? '100-007'
}
