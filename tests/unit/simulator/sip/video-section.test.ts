import { expect, test } from 'vitest'
import { answerTo, readVideoSection, withoutVideo, withVideo } from '#simulator/sip/media/picture/video-section.ts'

const voice = [
  'v=0',
  'a=group:BUNDLE 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 8',
  'a=ice-ufrag:u',
  'a=ice-pwd:p',
  'a=fingerprint:sha-256 AA',
  'a=setup:active',
  'a=mid:0',
  'a=sendrecv',
  '',
].join('\r\n')

const section = { mid: '1', direction: 'sendrecv', vp8: 96, ssrc: 7 } as const

test('a picture shares the transport of the voice', () => {
  const sdp = withVideo(voice, section)

  expect(sdp).toContain('a=group:BUNDLE 0 1\r\n')
  expect(sdp.match(/^a=ice-ufrag:u/gm)).toHaveLength(2)
  expect(readVideoSection(sdp)).toEqual({ mid: '1', direction: 'sendrecv', vp8: 96 })
})

test('one that is refused is in no group', () => {
  const sdp = withVideo(voice, { ...section, vp8: null })

  expect(sdp).toContain('a=group:BUNDLE 0\r\n')
  expect(sdp).toContain('m=video 0 ')
  expect(readVideoSection(sdp)).toMatchObject({ direction: 'inactive' })
})

test('what is left without it is the voice', () => {
  expect(withoutVideo(withVideo(voice, section))).toBe(voice)
  expect(withoutVideo(voice)).toBe(voice)
})

test('no video is none', () => {
  expect(readVideoSection(voice)).toBeNull()
})

test.each([
  ['sendrecv', 'sendrecv'],
  ['sendonly', 'recvonly'],
  ['recvonly', 'sendonly'],
  ['inactive', 'inactive'],
] as const)('%s is answered %s', (offered, answered) => {
  expect(answerTo(offered)).toBe(answered)
})
