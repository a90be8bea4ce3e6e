import type { Gateway } from '../../gateway/gateway.ts'
import type { OpenServer } from '../../gateway/wire/door.ts'
import type { ServerCertificate } from '../../tls/certificates.ts'
import { type ChatPart, createChatCustomers } from '../customers/create-chat-customers.ts'
import { base } from './fabric.ts'
import { serveFabric } from './serve-fabric.ts'

export interface OpenFabric {
  readonly chat: ChatPart
  readonly server: OpenServer
}

/** Customers who type, with a media cache that is there for both sides. */
export async function openFabric(gateway: Gateway, tls: ServerCertificate, port: number): Promise<OpenFabric> {
  const place = { url: '' }
  const chat = createChatCustomers(gateway.platform, () => place.url)
  const fabric = {
    gateway,
    chat,
    accessTokens: new Set<string>(),
    customers: new Map(),
    polled: new Map(),
    satisfaction: [],
  }
  const server = await serveFabric(fabric, tls, port)
  place.url = `https://localhost:${server.port}${base}`
  return { chat, server }
}
