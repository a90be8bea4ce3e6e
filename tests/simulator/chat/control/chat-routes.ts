import type { Centre } from '../../centre.ts'
import { type ControlRoute, get, NotThere, send } from '../../control/route.ts'
import { nothing } from '../../control/wishes.ts'
import type { ChatCustomer, CustomerChat } from '../customers/chat-customer.ts'
import { sendableOf } from './sendable-of.ts'
import * as wishes from './wishes.ts'

/** Customers who type, over HTTP (README.md says it with examples). */
export function chatRoutes(centre: Centre): readonly ControlRoute[] {
  return [...conversationRoutes(centre), ...deedRoutes(centre), ...siteRoutes(centre)]
}

function conversationRoutes(centre: Centre): readonly ControlRoute[] {
  return [
    get('/chats', () => centre.chats.map(chatView)),
    get('/chats/{id}', ({ id = '' }) => wholeChatView(chatOf(centre, id))),
    get('/chat-queues', () => centre.queues.filter(({ mediaType }) => mediaType !== undefined)),
    send('POST', '/chats', wishes.newChat, ({ queue, channel, name, id, ...opening }) => {
      const who = { ...(channel && { channel }), ...(name !== undefined && { name }), ...(id !== undefined && { id }) }
      return chatView(knownOr(centre, who).writesTo(queue, opening))
    }),
    send('POST', '/chats/{id}/says', wishes.saying, ({ text }, { id = '' }) => chatOf(centre, id).says(text)),
    send('POST', '/chats/{id}/pours', wishes.pouring, ({ text, times, everyMs }, { id = '' }) => {
      void chatOf(centre, id).pours(text, times, everyMs)
    }),
    send('POST', '/chats/{id}/sends', wishes.sending, async (wish, { id = '' }) =>
      chatOf(centre, id).sends(await sendableOf(wish)),
    ),
    send('POST', '/chats/{id}/reads', wishes.reading, ({ ids }, { id = '' }) => chatOf(centre, id).reads(...ids)),
    send('DELETE', '/chats/{id}', nothing, (_wish, { id = '' }) => {
      const chat = chatOf(centre, id)
      chat.leaves()
      return chatView(chat)
    }),
  ]
}

function deedRoutes(centre: Centre): readonly ControlRoute[] {
  const deed = (name: string, run: (chat: CustomerChat) => void) =>
    send('POST', `/chats/{id}/${name}`, nothing, (_wish, { id = '' }) => {
      const chat = chatOf(centre, id)
      run(chat)
      return chatView(chat)
    })
  return [
    deed('types', (chat) => chat.types()),
    deed('asks-for-agent', (chat) => chat.asksForAgent()),
    deed('times-out', (chat) => chat.timesOut()),
    deed('ended-by-platform', (chat) => chat.endedByPlatform()),
    deed('taken-away', (chat) => chat.takenAway()),
  ]
}

function siteRoutes({ chatBehaviour, mediaCache }: Centre): readonly ControlRoute[] {
  const cacheView = () => ({
    url: mediaCache.url,
    ...mediaCache.faults,
    ...mediaCache.manner,
    uploaded: mediaCache.uploads,
    downloaded: mediaCache.downloads,
    files: mediaCache.files.map(({ id, ending, by, content }) => ({ id, ending, by, bytes: content.length })),
  })
  return [
    get('/chat-behaviour', () => chatBehaviour),
    send('PATCH', '/chat-behaviour', wishes.behaviour, (wish) => Object.assign(chatBehaviour, wish)),
    get('/media-cache', cacheView),
    send('PATCH', '/media-cache', wishes.mediaCache, ({ downloads, unknownId, ...faults }) => {
      Object.assign(mediaCache.faults, faults)
      Object.assign(mediaCache.manner, { ...(downloads && { downloads }), ...(unknownId && { unknownId }) })
      return cacheView()
    }),
  ]
}

/** A customer who is known goes on as who they are. */
function knownOr(centre: Centre, who: Partial<Pick<ChatCustomer, 'channel' | 'name' | 'id'>>): ChatCustomer {
  const known = centre.chatCustomers.find(({ id, channel }) => id === who.id && channel === (who.channel ?? 'WEB'))
  return known ?? centre.chatCustomer(who)
}

function chatOf({ chats }: Centre, id: string): CustomerChat {
  const chat = chats.find((one) => one.id === id)
  if (!chat) throw new NotThere(`no chat ${id}`)
  return chat
}

function chatView({ id, customer, state, end, transcript }: CustomerChat): Record<string, unknown> {
  const { id: customerId, name, channel } = customer
  return { id, customer: customerId, name, channel, state, end, messages: transcript.length }
}

/** With everything that was said, and the marks that came to the customer. */
function wholeChatView(chat: CustomerChat): Record<string, unknown> {
  return { ...chatView(chat), transcript: chat.transcript, received: chat.received }
}
