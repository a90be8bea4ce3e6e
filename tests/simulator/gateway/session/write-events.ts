import type { Gateway, Seat, Wire } from '../gateway.ts'
import type { Outgoing } from './event-stream.ts'

/** Everything that waits, onto the socket. */
export function writeEvents(gateway: Gateway, seat: Seat, wire: Wire): void {
  for (let event = seat.stream.next(); event; event = seat.stream.next()) writeEvent(gateway, seat, wire, event)
}

function writeEvent(gateway: Gateway, seat: Seat, wire: Wire, event: Outgoing): void {
  const { effect } = event
  const write = (text: string) => {
    if (wire.send(text)) noteEvent(gateway, seat, event)
  }
  switch (effect?.do) {
    case 'delay':
      gateway.platform.after(effect.ms, () => write(event.text))
      break
    case 'text':
      write(effect.text)
      break
    case 'close':
      wire.close()
      break
    case 'destroy':
      wire.destroy()
      break
    case 'deaf':
      wire.setDeaf(true)
      break
    default:
      write(event.text)
  }
}

export function noteEvent(gateway: Gateway, seat: Seat, event: Outgoing): void {
  gateway.platform.journal.add({
    plane: 'gateway',
    direction: 'out',
    agent: seat.agent.workNumber,
    kind: 'event',
    name: event.effect?.do === 'text' ? 'text' : event.name,
    detail: event.effect?.do === 'text' ? event.effect.text : event.content,
  })
}
