import type { Centre } from '../../centre.ts'
import type { Platform } from '../../platform/model.ts'
import { createMediaCache } from '../media-cache/media-cache.ts'
import type { ChatCustomer, CustomerChat } from './chat-customer.ts'
import { openCustomerChat } from './open-customer-chat.ts'

export type ChatPart = Pick<Centre, 'chatCustomer' | 'chatCustomers' | 'chats' | 'chatBehaviour' | 'mediaCache'>

export function createChatCustomers(platform: Platform, mediaUrl: () => string): ChatPart {
  const mediaCache = createMediaCache(mediaUrl)
  const all: ChatCustomer[] = []
  const everyChat: CustomerChat[] = []
  return {
    chatCustomers: all,
    chats: everyChat,
    chatBehaviour: platform.chats.behaviour,
    mediaCache,
    chatCustomer: ({ channel = 'WEB', name, id } = {}) => {
      const chats: CustomerChat[] = []
      const number = all.length + 1
      const customer: ChatCustomer = {
        id: id ?? (channel === 'EMAIL' ? `customer${number}@example.com` : `user-${number}`),
        name: name ?? `Customer ${number}`,
        channel,
        chats,
        writesTo: (queue, opening = {}) => {
          const chat = openCustomerChat(platform, mediaCache, customer, queue, opening)
          chats.push(chat)
          everyChat.push(chat)
          return chat
        },
      }
      all.push(customer)
      return customer
    },
  }
}
