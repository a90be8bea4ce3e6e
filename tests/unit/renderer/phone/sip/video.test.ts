import { expect, test } from 'vitest'
import { type AgreedVideo, readVideo, Video } from '#renderer/phone/sip/video.ts'

const audio = 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 8\r\na=sendrecv\r\n'

function start() {
  const agreed: AgreedVideo[] = []
  const asked: boolean[] = []
  const video = new Video()
  video.onAgreed = (now) => agreed.push(now)
  video.onAsked = (now) => asked.push(now)
  return { video, agreed, asked }
}

const unheld = { ours: false, theirs: false }

test.each([
  ['none', audio, null],
  ['one refused', `${audio}m=video 0 UDP/TLS/RTP/SAVPF 96\r\na=sendrecv\r\n`, null],
  ['one put to rest', `${audio}m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=inactive\r\n`, null],
  ['one both ways', `${audio}m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=rtpmap:96 VP8/90000\r\n`, 'sendrecv'],
  ['one one way', `${audio}m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=sendonly\r\n`, 'sendonly'],
  [
    'a direction of the session',
    `v=0\r\na=recvonly\r\n${audio}m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:1\r\n`,
    'recvonly',
  ],
])('of a description with %s', (_, sdp, direction) => {
  expect(readVideo(sdp)).toBe(direction)
})

test('nothing is offered or taken that the agent does not want', () => {
  const { video } = start()

  expect(video.offering(unheld)).toBeNull()
  expect(video.answering(unheld)).toBe('inactive')
})

test('whoever is on hold is seen by nobody', () => {
  const { video } = start()
  video.ours = true

  expect(video.offering({ ours: true, theirs: false })).toBe('inactive')
  expect(video.offering({ ours: false, theirs: true })).toBe('inactive')
  expect(video.answering({ ours: true })).toBe('inactive')
  expect(video.offering(unheld)).toBe('sendrecv')
})

test('an offer with a picture asks, once, until it is withdrawn', () => {
  const { video, asked } = start()

  video.heard('sendrecv', false)
  video.heard('sendrecv', false)
  video.heard(null, false)

  expect(asked).toEqual([true, false])
})

test('the INVITE of the call asks nobody twice: it rang', () => {
  const asked: boolean[] = []
  const video = new Video()

  video.heard('sendrecv', false)
  video.onAsked = (now) => asked.push(now)
  video.heard('sendrecv', false)

  expect(asked).toEqual([])
})

test('an offer on hold says nothing of the picture, and the wish stands', () => {
  const { video } = start()
  video.ours = true

  video.heard(null, true)

  expect(video.ours).toBe(true)
})

test('what the far side takes away or refuses is not wanted any more', () => {
  const taken = start().video
  taken.ours = true
  taken.heard(null, false)
  const refused = start().video
  refused.ours = true
  refused.offering(unheld)
  refused.answered(null)

  expect([taken.ours, refused.ours]).toEqual([false, false])
})

test('what was agreed is told when it changes, and answers the asking', () => {
  const { video, agreed, asked } = start()
  video.heard('sendrecv', false)

  video.settle('sendrecv')
  video.settle('sendrecv')
  video.settle('recvonly')
  video.settle(null)

  expect(asked).toEqual([true, false])
  expect(agreed).toEqual([
    { sends: true, receives: true },
    { sends: false, receives: true },
    { sends: false, receives: false },
  ])
})
