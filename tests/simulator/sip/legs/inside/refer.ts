import { Grammar, type IncomingReferRequest, type Session, URI } from 'sip.js/lib/core/index.js'
import type { PhoneLeg, Refer } from '../../sip-side.ts'
import type { Line } from '../line.ts'

export interface Referring {
  readonly session: Session
  readonly line: Line
  readonly number: string
}

interface Target {
  readonly to: string
  /** As the core knows its dialogs: Call-ID, our tag, theirs. */
  readonly replaced: string | null
}

/** `<sip:6002@x?Replaces=ID%3Bto-tag%3DT%3Bfrom-tag%3DF>` (RFC 3891 section 3); the to-tag is ours. */
function readReferTo(header: string): Target | null {
  const [address = '', headers = ''] = header
    .replace(/^[^<]*</, '')
    .replace(/>.*$/, '')
    .split('?')
  const uri = Grammar.URIParse(address)
  if (!(uri instanceof URI)) return null
  const replaces = /(?:^|&)Replaces=([^&]+)/i.exec(headers)?.[1]
  const to = decodeURIComponent(uri.user ?? '')
  if (replaces === undefined) return { to, replaced: null }
  const [callId = '', ...parameters] = decodeURIComponent(replaces).split(';')
  const tag = (name: string) => parameters.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
  return { to, replaced: callId + tag('to-tag') + tag('from-tag') }
}

/** One REFER of the softphone's; null, and answered, if it makes no sense (RFC 3515 section 2.4.2, RFC 3891 section 3). */
export function readRefer({ session, line, number }: Referring, request: IncomingReferRequest): Refer | null {
  const target = readReferTo(request.message.getHeader('refer-to') ?? '')
  const replaces = target?.replaced ? line.legOf(target.replaced) : null
  if (target === null) request.reject({ statusCode: 400 })
  else if (target.replaced !== null && replaces === null) request.reject({ statusCode: 481 })
  else return answerable(target.to, replaces)
  return null

  function answerable(to: string, joined: PhoneLeg | null): Refer {
    return {
      to,
      replaces: joined,
      accept() {
        request.accept({ statusCode: 202 })
        notify(100, 'Trying')
      },
      refuse: (statusCode) => request.reject({ statusCode }),
      notify,
    }
  }

  /** RFC 3515 section 2.4.5: the last one ends the subscription. */
  function notify(code: number, reason: string): void {
    const state = code < 200 ? 'active;expires=60' : 'terminated;reason=noresource'
    const { agent } = line.core
    line.core.over(line.flowOf(number), () =>
      session.notify(undefined, {
        extraHeaders: [
          'Event: refer',
          `Subscription-State: ${state}`,
          `Contact: ${agent.configuration.contact.toString()}`,
        ],
        body: {
          contentDisposition: 'render',
          contentType: 'message/sipfrag;version=2.0',
          content: `SIP/2.0 ${code} ${reason}\r\n`,
        },
      }),
    )
  }
}
