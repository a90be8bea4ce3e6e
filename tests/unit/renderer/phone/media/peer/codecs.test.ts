import { expect, test } from 'vitest'
import { orderCodecs } from '#renderer/phone/media/peer/codecs.ts'

const listed = [
  'audio/opus',
  'audio/red',
  'audio/G722',
  'audio/PCMU',
  'audio/PCMA',
  'audio/CN',
  'audio/telephone-event',
].map((mimeType) => ({ mimeType }))
listed.push({ mimeType: 'audio/telephone-event' })

const names = (wanted: readonly ('opus' | 'PCMA' | 'PCMU')[]) =>
  orderCodecs(listed, wanted).map(({ mimeType }) => mimeType)

test('puts the codecs in the order of the profile and keeps every kind of DTMF', () => {
  expect(names(['PCMA', 'opus'])).toEqual([
    'audio/PCMA',
    'audio/opus',
    'audio/telephone-event',
    'audio/telephone-event',
  ])
})

test('leaves out what the profile does not name', () => {
  expect(names(['PCMU'])).toEqual(['audio/PCMU', 'audio/telephone-event', 'audio/telephone-event'])
})
