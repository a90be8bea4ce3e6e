import { expect, test } from 'vitest'
import { callOut } from '#main/gateway/operations/call-out.ts'
import { signIn } from '#main/gateway/operations/session.ts'
import { adjustVideo, switchMedia } from '#main/gateway/operations/voice-call.ts'
import { callEvents } from '#main/gateway/wire/call-events.ts'

const input = { workNumber: '6001', password: 'p', softphoneNumber: '67470001', status: 4 } as const
const site = { url: 'https://host/agentgateway', transport: 'websocket' } as const

test('a site with video signs its agents in as video agents', () => {
  expect(signIn({ ...input }, { ...site, video: true }, false).body).toMatchObject({ agenttype: 11 })
  expect(signIn({ ...input }, site, false).body).toMatchObject({ agenttype: 4 })
})

test('a call out with video takes whatever the other side has', () => {
  expect(callOut({ number: '10086', video: true }).body).toMatchObject({ mediaability: 2 })
  expect(callOut({ number: '10086' }).body).not.toHaveProperty('mediaability')
})

test('media and layout are named by their numbers', () => {
  expect(switchMedia(true).path).toBe('/voicecall/{agentId}/mediaswitch?mediaType=3')
  expect(switchMedia(false).path).toBe('/voicecall/{agentId}/mediaswitch?mediaType=1')
  expect(adjustVideo('third-party').body).toEqual({ mode: 3 })
})

test.each([
  ['2', true],
  [3, true],
  ['6', true],
  ['1', false],
  [undefined, undefined],
  ['what', undefined],
])('media ability %s of an event is video: %s', (mediaAbility, video) => {
  const read = new Map(callEvents).get('AgentEvent_Talking')

  const fact = read?.({ callid: '1-1', feature: '0', ...(mediaAbility !== undefined && { mediaAbility }) })

  expect(fact).toMatchObject({ type: 'talking', ...(video !== undefined && { video }) })
  if (video === undefined) expect(fact).not.toHaveProperty('video')
})
