import type { Chat, SignedInAgent } from '#contract'
import { callTitle } from './calls/call-words.ts'
import type { WorkItem } from './chats/list/work-items.ts'
import { workListKey } from './keys/keys.ts'
import { named } from './keys/named.ts'
import { type Command, numberIn } from './keys/palette.ts'
import { m } from './messages/compiled/messages.js'
import { inBoth } from './messages/in-both.ts'
import type { Parts } from './parts.svelte.ts'
import { chatTitle } from './ui/chat/chat-title.ts'

/** What can be done with the chat that is looked at, and the oldest one that rings. */
export function chatCommands(parts: Parts): readonly Command[] {
  const { screen, work } = parts
  const ringing = work.waiting.find((item) => item.kind === 'chat' && item.chat.phase.name === 'ringing')
  const chat = screen.pane === 'chats' ? screen.chat : null
  return [
    ...(ringing?.kind === 'chat' ? [answerCommand(parts, ringing.chat)] : []),
    ...(chat ? ofChat(parts, chat) : []),
  ]
}

function answerCommand({ chatVerbs }: Parts, chat: Chat): Command {
  const who = chatTitle(chat)
  const words = inBoth((options) => m.chat_answer_who({ who }, options))
  const run = () => chatVerbs.answer(chat)
  return { id: `chat-answer-${chat.id}`, key: 'answer', title: m.chat_answer_who({ who }), words, run }
}

function ofChat({ chatVerbs, chatTransfer }: Parts, chat: Chat): readonly Command[] {
  const all: readonly (readonly [Chat['verbs'][number], Command])[] = [
    [
      'transfer',
      named(m.chat_key_transfer, {
        id: 'chat-transfer',
        key: 'chat-transfer',
        run: () => chatTransfer.open(chat, 'transfer'),
      }),
    ],
    ['consult', named(m.call_consult, { id: 'chat-consult', run: () => chatTransfer.open(chat, 'consult') })],
    // It is not asked about first, and has no key: the one that ends may be pressed while the next chat rings.
    ['decline', named(m.chat_decline_command, { id: 'chat-decline', run: () => chatVerbs.decline(chat) })],
    [
      'end',
      named(m.chat_end_command, {
        id: 'chat-end',
        key: 'chat-end',
        run: () => chatVerbs.end(chat, chatVerbs.survey),
      }),
    ],
    ['close', named(m.chat_close_command, { id: 'chat-close', key: 'chat-end', run: () => chatVerbs.close(chat) })],
  ]
  const pin = named(chat.pinned ? m.chat_unpin : m.chat_pin, { id: 'chat-pin', run: () => chatVerbs.pin(chat) })
  return [...all.filter(([verb]) => chat.verbs.includes(verb)).map(([, command]) => command), pin]
}

/** A conversation inside with a colleague, by their number. */
export function writeCommands({ desk, colleague }: Parts, agent: SignedInAgent, text: string): readonly Command[] {
  const number = numberIn(text)
  if (!number || !desk.chats.site.available || number === agent.workNumber) return []
  const title = m.chat_write_to({ number })
  const both = inBoth((options) => m.chat_write_to({ number }, options))
  const words = `${both} ${both.replaceAll(' ', '')} 内部会话${number}`
  return [{ id: 'chat-write', title, words, onlyFound: true, run: () => colleague.write(number, number) }]
}

/** Every entry of the work list by its place, and whoever waits next. */
export function workCommands({ desk, screen, work }: Parts): readonly Command[] {
  const select = ({ kind, id }: WorkItem) => screen.select({ kind, id })
  const places = work.items.flatMap((item, index): readonly Command[] => {
    const key = workListKey(index)
    if (!key) return []
    const who = titleOf(item)
    const phrase = item.kind === 'call' ? m.show_call_of : m.chat_show_chat_of
    const words = inBoth((options) => phrase({ who }, options))
    return [{ id: key, key, title: phrase({ who }), words, run: () => select(item) }]
  })
  const next = nextWaiting(work.waiting, screen)
  const waiting = next
    ? [named(m.key_next_waiting, { id: 'next-waiting', key: 'next-waiting', run: () => select(next) })]
    : []
  const search = desk.chats.site.available
    ? [named(m.conv_all_search, { id: 'chat-search', run: () => screen.searchChats() })]
    : []
  return [...waiting, ...search, ...places]
}

const titleOf = (item: WorkItem) => (item.kind === 'call' ? callTitle(item.call) : chatTitle(item.chat))

/** Round those that wait, the one after what is looked at. */
function nextWaiting(waiting: readonly WorkItem[], { pane, selected, chat }: Parts['screen']): WorkItem | undefined {
  const looked = pane === 'chats' ? chat?.id : selected?.id
  const at = waiting.findIndex(({ id }) => id === looked)
  return waiting[(at + 1) % Math.max(1, waiting.length)]
}
