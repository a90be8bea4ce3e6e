import type { GatewayLink } from '#contract'
import type { GatewayEvent } from '#main/gateway/event.ts'
import type { GatewayListeners, GatewayPresent, GatewaySignIn, SessionEnd } from '#main/gateway/gateway.ts'
import type { Log } from '#main/log/log.ts'

export const agent: GatewaySignIn = {
  workNumber: '6002',
  password: 'Agent-6002',
  softphoneNumber: '67470002',
  status: 4,
}

export interface Heard {
  readonly events: GatewayEvent[]
  readonly links: GatewayLink[]
  readonly presents: GatewayPresent[]
  readonly ends: SessionEnd[]
  readonly listeners: GatewayListeners
  /** What was heard, by name, in the order it came. */
  readonly order: string[]
}

/** Remembers what a gateway tells. */
export function collect(): Heard {
  const heard: Omit<Heard, 'listeners'> = { events: [], links: [], presents: [], ends: [], order: [] }
  return {
    ...heard,
    listeners: {
      onEvent: (event) => {
        heard.events.push(event)
        heard.order.push(event.type)
      },
      onLink: (link) => {
        heard.links.push(link)
        heard.order.push(link.status)
      },
      onPresent: (present) => {
        heard.presents.push(present)
        heard.order.push('present')
      },
      onEnd: (why) => {
        heard.ends.push(why)
        heard.order.push(why)
      },
    },
  }
}

/** A log whose lines can be read back. */
export function keepLog(): Log & { readonly lines: string[] } {
  const lines: string[] = []
  const write = (text: string, details?: object) => {
    lines.push(details ? `${text} ${JSON.stringify(details)}` : text)
  }
  return { lines, info: write, warn: write, error: write }
}
