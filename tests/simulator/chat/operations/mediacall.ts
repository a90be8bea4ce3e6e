import { z } from 'zod'
import { ok, outcome, refused } from '../../gateway/answers.ts'
import type { Reply } from '../../gateway/gateway.ts'
import { integer } from '../../gateway/operations/lenient.ts'
import type { Context, Route } from '../../gateway/route.ts'
import { isChatQueue } from '../../platform/population.ts'
import { shareIn } from '../life/chat.ts'
import { isInWebm } from '../life/room.ts'
import { transferChat } from '../life/transfer.ts'
import { readData, sendFrom } from '../messages/send.ts'

/** spec/media-and-services.md 2.2. */
export const mediacallRoutes: readonly Route[] = [
  route('sendmessage', 'sendmessage', send),
  route('setcallnums', 'setcallnums', setCallNums),
  route('mediaTransfer', 'transfer', transfer),
]

function route(name: string, path: string, run: (context: Context) => Reply): Route {
  return {
    name,
    method: 'POST',
    path: `/mediacall/{agentid}/${path}`,
    // Not signed in to WebM: the resource is not there (100-007, spec/ccgateway.md 17; inferred).
    run: (context) => (isInWebm(context.agent) ? run(context) : refused('100-007')),
  }
}

const sending = z.object({ callid: z.string(), data: z.union([z.string(), z.record(z.string(), z.unknown())]) })

/** A chat this agent is not in: 700-016, "send failed" (inferred). */
function send({ gateway, agent, request }: Context): Reply {
  const parsed = sending.safeParse(request.body)
  if (!parsed.success) return refused('000-006')
  const share = shareIn(gateway.platform, agent, parsed.data.callid)
  if (!share) return refused('700-016')
  const said = readData(gateway.platform, parsed.data.data)
  return outcome(typeof said === 'string' ? said : sendFrom(gateway.platform, share, said))
}

const numbers = z.object({ mediaType: integer, callnums: integer })

/** 1 to 60, for the media of a queue that is signed in to; that any of 1, 51 and 53 means chats is inferred. */
function setCallNums({ gateway, agent, seat, request }: Context): Reply {
  const parsed = numbers.safeParse(request.body)
  if (!parsed.success) return refused('000-002')
  const { mediaType, callnums } = parsed.data
  const chatQueues = gateway.platform.queues.filter((queue) => isChatQueue(queue) && seat.session.skills.has(queue.id))
  if (callnums < 1 || callnums > 60 || !chatQueues.some((queue) => queue.mediaType === mediaType))
    return refused('000-002')
  gateway.platform.chats.limits.set(agent.workNumber, callnums)
  gateway.platform.chats.dispatch()
  return ok({})
}

const transferForm = z.object({
  callid: z.string(),
  devicetype: integer,
  mode: integer,
  address: z.union([z.string(), z.number().transform(String)]),
  calldata: z.string().optional(),
})

/** At most 24 characters of address and 2,048 bytes of data (spec/media-and-services.md 2.2). */
function transfer({ gateway, agent, request }: Context): Reply {
  const parsed = transferForm.safeParse(request.body)
  if (!parsed.success) return refused('000-002')
  const { callid, devicetype, mode, address, calldata } = parsed.data
  const known = [1, 2, 4].includes(devicetype) && [0, 2].includes(mode) && address.length <= 24
  if (!known || Buffer.byteLength(calldata ?? '') > 2_048) return refused('000-002')
  const share = shareIn(gateway.platform, agent, callid)
  if (share?.state !== 'talking') return refused('200-012')
  const wish = { deviceType: devicetype, mode: mode === 0 ? 'release' : 'success', address } as const
  return outcome(transferChat(gateway.platform, share, { ...wish, ...(calldata !== undefined && { data: calldata }) }))
}
