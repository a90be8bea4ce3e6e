import type { Notices } from './agent/notices.ts'
import type { GatewayListeners } from './gateway/gateway.ts'
import { isTalking } from './gateway/verbs/call-verbs.ts'
import type { Made } from './parts.ts'

export type Listening = Pick<Made, 'agent' | 'calls' | 'chats' | 'team'>

/** Who hears what of the gateway. */
export function gatewayListeners(made: () => Listening, notices: Pick<Notices, 'add'>): GatewayListeners {
  return {
    onEvent: (event) => {
      // What is about a chat must never reach the calls: a chat that talks opens no microphone.
      if (made().chats.gatewayEvent(event)) return
      // The calls first: whatever closes the microphone waits for nothing.
      made().calls.gatewayEvent(event)
      made().team.gatewayEvent(event)
      made().agent.gatewayEvent(event)
      if (event.type === 'rest-over') notices.add({ kind: 'rest-over' })
    },
    onLink: (link) => made().agent.link(link),
    onChat: (available) => made().chats.available(available),
    onPresent: (present) => {
      made().calls.present({ call: present.call, talking: isTalking(present) })
      made().chats.present()
      made().team.present(present.state)
      made().agent.present(present.state)
    },
    onEnd: (why) => made().agent.ended(why),
  }
}
