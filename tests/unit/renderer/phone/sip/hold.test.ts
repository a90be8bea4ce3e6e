import { expect, test } from 'vitest'
import { Hold, readDirection } from '#renderer/phone/sip/hold.ts'

const sdp = (...lines: readonly string[]) => ['v=0', 'c=IN IP4 10.0.0.1', ...lines, ''].join('\r\n')

test.each([
  [['m=audio 4000 RTP/AVP 8', 'a=sendonly'], 'sendonly'],
  [['a=inactive', 'm=audio 4000 RTP/AVP 8'], 'inactive'],
  [['a=inactive', 'm=audio 4000 RTP/AVP 8', 'a=recvonly'], 'recvonly'],
  [['m=audio 4000 RTP/AVP 8'], 'sendrecv'],
  [['m=audio 4000 RTP/AVP 8', 'm=video 4002 RTP/AVP 96', 'a=inactive'], 'sendrecv'],
])('%j goes %s', (lines, direction) => {
  expect(readDirection(sdp(...lines))).toEqual({ direction, sdp: sdp(...lines) })
})

test.each([
  ['sendrecv', 'sendonly'],
  ['recvonly', 'inactive'],
])('the zero address holds what was %s, and the media engine is told so', (said, direction) => {
  const held = readDirection(sdp('m=audio 4000 RTP/AVP 8', 'c=IN IP4 0.0.0.0', `a=${said}`, 'm=video 0 RTP/AVP 96'))

  expect(held.direction).toBe(direction)
  expect(held.sdp).toContain(`a=${direction}\r\nm=video`)
  expect(held.sdp).not.toContain(`a=${said}`)
})

test.each([
  [['m=audio 9 UDP/TLS/RTP/SAVPF 8', 'c=IN IP4 0.0.0.0']],
  [['m=audio 4000 RTP/AVP 8', 'c=IN IP4 0.0.0.0', 'a=candidate:1 1 udp 1 10.0.0.1 4000 typ host']],
])('%j is no hold: its candidates are still to come, or are elsewhere', (lines) => {
  expect(readDirection(sdp(...lines)).direction).toBe('sendrecv')
})

test('who holds what is held makes it inactive, and learns nothing from the answer to that', () => {
  const told: boolean[] = []
  const hold = new Hold()
  hold.onTheirs = (held) => told.push(held)

  hold.heard('offer', 'sendonly')
  hold.ours = true
  expect(hold.offering()).toBe('inactive')
  hold.heard('answer', 'inactive')
  hold.heard('offer', 'sendrecv')

  expect(told).toEqual([true, false])
  expect(hold.answering()).toBe('sendonly')
})

test('an answer that does not want to hear us is a hold too', () => {
  const hold = new Hold()
  hold.offering()

  hold.heard('answer', 'sendonly')

  expect(hold.theirs).toBe(true)
})
