import { expect, test } from 'vitest'
import { readDescription } from '#simulator/sip/media/description.ts'

const lines = (...all: readonly string[]) => `v=0\r\ns=-\r\n${all.join('\r\n')}\r\n`

test('the first G.711 codec is the one agreed on', () => {
  expect(readDescription(lines('m=audio 9 UDP/TLS/RTP/SAVPF 111 0 8')).payloadType).toBe(0)
  expect(readDescription(lines('m=audio 9 UDP/TLS/RTP/SAVPF 8 0')).payloadType).toBe(8)
  expect(readDescription(lines('m=audio 9 UDP/TLS/RTP/SAVPF 111')).payloadType).toBeNull()
})

test('telephone events are known by their name, at 8 kHz only', () => {
  const sdp = lines(
    'm=audio 9 UDP/TLS/RTP/SAVPF 8 110 126',
    'a=rtpmap:110 telephone-event/48000',
    'a=rtpmap:126 telephone-event/8000',
  )

  expect(readDescription(sdp).eventTypes).toEqual([126])
})

test.each([
  ['sendrecv', true, true],
  ['sendonly', false, true],
  ['recvonly', true, false],
  ['inactive', false, false],
])('%s', (direction, hears, speaks) => {
  const sdp = lines('m=audio 9 UDP/TLS/RTP/SAVPF 8', `a=${direction}`)

  expect(readDescription(sdp)).toMatchObject({ hears, speaks })
})

test('only the audio section counts', () => {
  const sdp = lines('m=audio 9 UDP/TLS/RTP/SAVPF 8', 'a=sendrecv', 'm=video 9 UDP/TLS/RTP/SAVPF 96', 'a=inactive')

  expect(readDescription(sdp).hears).toBe(true)
})
