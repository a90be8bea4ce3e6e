import { ahead, type Packet } from './packet.ts'

/** Packets held back while one before them is missing; 60 ms of sound. */
const PATIENCE = 3
const NUMBERS = 0x1_00_00

/** Passes packets in the order of their numbers, each once; one that is missing is waited for only so long. */
export function putInOrder(pass: (packet: Packet) => void): (packet: Packet) => void {
  const held = new Map<number, Packet>()
  let next: number | null = null

  function passFrom(sequence: number): void {
    for (let packet = held.get(sequence); packet; packet = held.get(sequence)) {
      held.delete(sequence)
      pass(packet)
      sequence = (sequence + 1) % NUMBERS
    }
    next = sequence
  }

  return (packet) => {
    next ??= packet.sequence
    const lead = ahead(next, packet.sequence, NUMBERS)
    if (lead < 0) return
    held.set(packet.sequence, packet)
    if (lead > 0 && held.size < PATIENCE) return
    const expected = next
    const first = [...held.keys()].sort((a, b) => ahead(expected, a, NUMBERS) - ahead(expected, b, NUMBERS))[0]
    passFrom(first ?? expected)
  }
}
