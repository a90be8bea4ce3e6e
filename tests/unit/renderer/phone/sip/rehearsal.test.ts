import { expect, test } from 'vitest'
import { rehearse } from '#renderer/phone/sip/rehearsal.ts'
import type { DialogMedia } from '#renderer/phone/sip/session-description.ts'
import { account } from './fake-line.ts'

function media(name: string, done: string[]): DialogMedia {
  return {
    awaits: name === 'callee' && done.includes('callee hears offer') ? 'our-answer' : 'nothing',
    broken: false,
    stands: () => Promise.resolve(true),
    tones: null,
    video: null,
    hear: async (kind, sdp) => void done.push(`${name} hears ${kind}${sdp === '' ? ' of nothing' : ''}`),
    offer: async () => 'offer of the caller',
    answer: async () => 'answer of the callee',
    rollback: async () => undefined,
    close: () => done.push(`${name} closed`),
  }
}

test('answers a call of its own from the offer to the answer, and leaves nothing', async () => {
  const done: string[] = []
  const names = ['caller', 'callee']

  await rehearse(account, () => media(names.shift() ?? 'another', done))

  expect(done.slice(0, 2)).toEqual(['callee hears offer', 'caller hears answer'])
  expect(done).toContain('caller closed')
  expect(done).toContain('callee closed')
})
