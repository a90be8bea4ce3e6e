import type { Centre } from '../centre.ts'
import { type ControlRoute, get, send } from './route.ts'
import * as wishes from './wishes.ts'

export function faultRoutes({ faults }: Centre): readonly ControlRoute[] {
  return [
    get('/faults', () => faults.list),
    send('POST', '/faults', wishes.newFault, (fault) => {
      faults.add(fault)
      return faults.list
    }),
    send('DELETE', '/faults', wishes.nothing, () => {
      faults.clear()
      return faults.list
    }),
    send('POST', '/faults/sockets', wishes.socketEnd, ({ how, agent }) => faults.closeSockets(how, agent)),
    send('POST', '/faults/deaf', wishes.onOff, ({ on }) => faults.setDeaf(on)),
    send('POST', '/faults/refuse-connections', wishes.onOff, ({ on }) => faults.refuseConnections(on)),
    send('POST', '/faults/event', wishes.ownEvent, ({ agent, eventType, content = null }) =>
      faults.sendEvent(agent, eventType, content),
    ),
    send('POST', '/faults/text', wishes.ownText, ({ agent, text }) => faults.sendText(agent, text)),
    send('POST', '/faults/sip', wishes.sipFault, (wish) => {
      Object.assign(faults.sip, wish)
    }),
    send('POST', '/faults/sip-sockets', wishes.socketEnd, ({ how }) => faults.sip.closeSockets(how)),
  ]
}
