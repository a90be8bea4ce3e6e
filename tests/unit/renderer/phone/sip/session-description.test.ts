import { expect, test } from 'vitest'
import { type DialogMedia, SessionDescription } from '#renderer/phone/sip/session-description.ts'

function start(awaits: DialogMedia['awaits']) {
  const asked: string[] = []
  const media: DialogMedia = {
    awaits,
    broken: false,
    stands: () => Promise.resolve(true),
    hear: async (kind) => void asked.push(`hear ${kind}`),
    tones: null,
    video: null,
    offer: async ({ restartIce, direction }) => {
      asked.push(`offer ${direction}${restartIce ? ' anew' : ''}`)
      return 'sdp'
    },
    answer: async (direction) => {
      asked.push(`answer ${direction}`)
      return 'sdp'
    },
    rollback: async () => void asked.push('rollback'),
    close: () => asked.push('close'),
  }
  return { description: new SessionDescription(() => media), asked }
}

test('answers an offer, and makes one otherwise', async () => {
  const answering = start('our-answer')
  const offering = start('nothing')

  expect(await answering.description.getDescription()).toEqual({ body: 'sdp', contentType: 'application/sdp' })
  await offering.description.getDescription({ restartIce: true })

  expect([answering.asked, offering.asked]).toEqual([['answer sendrecv'], ['offer sendrecv anew']])
})

test('takes a description for the answer only when one is awaited', async () => {
  const answered = start('their-answer')
  const offered = start('nothing')

  await answered.description.setDescription('sdp')
  await offered.description.setDescription('sdp')

  expect([answered.asked, offered.asked]).toEqual([['hear answer'], ['hear offer']])
})

test('reads SDP, whatever its parameters, and nothing else', () => {
  const { description } = start('nothing')

  expect(description.hasDescription('Application/SDP;charset=utf-8')).toBe(true)
  expect(description.hasDescription('application/dtmf-relay')).toBe(false)
})

test('rolls back and closes by the media', async () => {
  const { description, asked } = start('nothing')

  await description.rollbackDescription()
  description.close()

  expect(asked).toEqual(['rollback', 'close'])
  expect(description.sendDtmf()).toBe(false)
})
