import type { ChatsRequests } from '#contract'
import { chatNamed } from '../rules/edit.ts'
import { verbsOf } from '../snapshot.ts'
import { ask } from './ask.ts'
import { type CommandParts, NOT_POSSIBLE } from './parts.ts'

type Control = Pick<
  ChatsRequests,
  | 'chats.answer'
  | 'chats.decline'
  | 'chats.end'
  | 'chats.close'
  | 'chats.transfer'
  | 'chats.writeInside'
  | 'chats.setAssociatedData'
>

export interface ControlParts extends CommandParts {
  /** Chapter 11, 6: the gateway has no invitation; a site's own server may. By default nothing is done. */
  readonly invite: (chatId: string) => void
}

/** What the agent does with a whole chat, at the gateway. */
export function control(parts: ControlParts): Control {
  const { gateway, apply, state } = parts
  return {
    'chats.answer': ({ chatId }) => ask(parts, chatId, 'answer', { send: () => gateway().answer(chatId) }),
    'chats.decline': ({ chatId }) => ask(parts, chatId, 'decline', { send: () => gateway().decline(chatId) }),
    'chats.end': async ({ chatId, survey }) => {
      const result = await ask(parts, chatId, 'end', { send: () => gateway().end(chatId) })
      if (result.ok && survey && state().site.survey) parts.invite(chatId)
      return result
    },
    'chats.close': ({ chatId }) => apply({ type: 'closed', chatId }),
    'chats.transfer': ({ chatId, ...order }) =>
      ask(parts, chatId, 'transfer', {
        to: order.to.address,
        send: () => gateway().transfer({ callId: chatId, ...order }),
      }),
    'chats.writeInside': (input) => writeInside(parts, input),
    'chats.setAssociatedData': async ({ chatId, text }) => {
      const result = await gateway().setAssociatedData(chatId, text)
      if (result.ok) apply({ type: 'data', chatId, text })
      return result
    },
  }
}

type WriteInside = ChatsRequests['chats.writeInside']

async function writeInside(
  { gateway, apply, state, now }: CommandParts,
  { workNumber, about }: Parameters<WriteInside>[0],
): ReturnType<WriteInside> {
  const chat = about === undefined ? undefined : chatNamed(state(), about)
  if (about !== undefined && !(chat && verbsOf(chat, state()).includes('consult'))) return NOT_POSSIBLE
  const made = await gateway().writeInside(workNumber)
  const { chatId } = made
  if (chatId !== undefined)
    apply({ type: 'inside-made', chatId, workNumber, ...(about !== undefined && { about }), at: now() })
  // 000-002: the gateway does not have it (spec/ccgateway.md 17).
  else if (!made.ok && made.retcode === '000-002') apply({ type: 'inside-refused' })
  return made
}
