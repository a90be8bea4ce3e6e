import type { IncomingRegisterRequest, IncomingRequestMessage, NameAddrHeader } from 'sip.js/lib/core/index.js'
import { ALL_CONTACTS } from '../core.ts'
import type { Flow } from '../flow.ts'
import type { Bindings } from './bindings.ts'

/** Seconds. */
export interface Expiry {
  readonly min: number
  readonly max: number
}

interface Asked {
  readonly contact: NameAddrHeader
  readonly expires: number
}

/** Each contact with the seconds asked for it, its own parameter before the header (RFC 3261 section 10.2.1.1). */
function readContacts(message: IncomingRequestMessage, { max }: Expiry): Asked[] {
  const fallback = Number.parseInt(message.getHeader('expires') ?? `${max}`, 10)
  return message.getHeaders('contact').map((_, index) => {
    const contact: NameAddrHeader = message.parseHeader('contact', index)
    const own = Number.parseInt(contact.getParam('expires') ?? '', 10)
    return { contact, expires: Number.isNaN(own) ? fallback : own }
  })
}

/** RFC 5626 section 6: the same instance and registration identifier mean the same binding. */
function keyOf(contact: NameAddrHeader): string {
  const instance = contact.getParam('+sip.instance')
  return instance ? `${instance} ${contact.getParam('reg-id') ?? ''}` : `${contact.uri}`
}

/** Does what a genuine REGISTER asks, whole or, if a time is too short, not at all. */
export function renew(
  bindings: Bindings,
  expiry: Expiry,
  request: IncomingRegisterRequest,
  flow: Flow,
  number: string,
): void {
  const { message } = request
  const contacts = readContacts(message, expiry)
  if (contacts.some(({ expires }) => expires > 0 && expires < expiry.min)) {
    request.reject({ statusCode: 423, extraHeaders: [`Min-Expires: ${expiry.min}`] })
    return
  }
  flow.number = number
  if (message.hasHeader(ALL_CONTACTS)) bindings.forget((binding) => binding.number === number)
  for (const { contact, expires } of contacts) {
    const key = keyOf(contact)
    if (expires === 0) bindings.forget((binding) => binding.number === number && binding.key === key)
    else bindings.bind({ number, key, contact: contact.uri, flow, expires: Math.min(expires, expiry.max) })
  }
  const bound = bindings.of(number).map(({ contact, expires }) => `Contact: <${contact}>;expires=${expires}`)
  request.accept({ statusCode: 200, extraHeaders: bound })
}
