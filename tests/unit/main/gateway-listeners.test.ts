import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createChats } from '#main/chats/chats.ts'
import { parseEvent } from '#main/gateway/wire/parse-event.ts'
import { gatewayListeners } from '#main/gateway-listeners.ts'
import { startCalls } from '#support/call-shell.ts'
import { fakeChatGateway } from './chats/support/gateway.ts'
import { noHistory } from './chats/support/history.ts'
import { site } from './chats/support/site.ts'

type Wire = readonly [eventType: string, content: unknown]

const voiceId = '1700000000-1'
const chatId = '1700000000-2'

const parties = (callid: string, mediaAbility: string) => ({
  caller: '13800138000',
  called: '4001',
  callid,
  feature: '0',
  type: 'main',
  mediaAbility,
})

/** spec/ccgateway.md 15.9. */
const voice: readonly Wire[] = [
  ['AgentState_Busy', null],
  ['AgentOther_PhoneAlerting', null],
  ['AgentOther_PhoneOffhook', null],
  ['AgentEvent_Ringing', { ...parties(voiceId, '1'), mediaType: 5 }],
  ['AgentEvent_Talking', parties(voiceId, '1')],
  ['AgentEvent_Customer_Release', { callid: voiceId, number: '13800138000' }],
  ['AgentEvent_Call_Release', voiceId],
  ['AgentOther_PhoneRelease', null],
]

/** spec/media-and-services.md 2.3. */
const chat: readonly Wire[] = [
  ['AgentEvent_Incoming_CallInfo', { callId: chatId, caller: 'bob', called: 'web', skillName: 'Web', mediaType: 53 }],
  ['AgentEvent_Ringing', { ...parties(chatId, '5'), mediaType: 53 }],
  ['AgentEvent_Talking', parties(chatId, '5')],
  ['AgentEvent_MessageData', { ...parties(chatId, '5'), message: '{"controlType":"CHAT","content":"hi"}' }],
  ['AgentEvent_Customer_Release', { callid: chatId, number: 'bob' }],
  ['AgentEvent_Call_Release', chatId],
]

const mediaTypes = [1, 51, 53, '53']

function start() {
  const shell = startCalls()
  const chats = createChats({
    gateway: () => fakeChatGateway(),
    site: () => site(),
    mediaType: () => '53',
    history: noHistory,
    onChange: () => undefined,
    onMessages: () => undefined,
    now: () => 1,
    log: { info: () => undefined, warn: () => undefined },
  })
  const nobody = { gatewayEvent: () => undefined } as never
  const parts = { calls: shell.calls, chats, team: nobody, agent: nobody }
  const listeners = gatewayListeners(() => parts, { add: () => undefined })
  const tell = (events: readonly Wire[]) => {
    for (const [eventType, content] of events) {
      const { fact } = parseEvent({ eventType, content })
      if (!fact) throw new Error(`${eventType} is not understood`)
      listeners.onEvent({ ...fact, at: 1 })
    }
  }
  return { ...shell, chats, tell }
}

const anyOrder = fc.shuffledSubarray(
  chat.map((_, index) => index),
  { minLength: chat.length, maxLength: chat.length },
)

test('a chat opens no microphone and rings no phone, in any order of its events', () => {
  fc.assert(
    fc.property(anyOrder, fc.constantFrom(...mediaTypes), (order, mediaType) => {
      const { tell, line, calls, commands } = start()
      const events = order.map((index): Wire => {
        const [type, content] = chat[index] ?? ['', null]
        const media = typeof content === 'object' && content && 'mediaType' in content ? { mediaType } : {}
        return [type, typeof content === 'object' ? { ...content, ...media } : content]
      })
      tell(events)

      expect(line.filter(({ microphoneFor, ring }) => microphoneFor !== null || ring !== 'none')).toEqual([])
      expect(calls.current().list).toEqual([])
      expect(commands).toEqual([])
    }),
  )
})

test('a call beside a chat goes as it does alone, however the two mix', () => {
  const alone = start()
  alone.tell(voice)

  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }), (turns) => {
      const both = start()
      const [left, right] = [[...voice], [...chat]]
      for (const turn of turns) both.tell((turn ? left : right).splice(0, 1))
      both.tell([...left, ...right])

      expect(changes(both.line)).toEqual(changes(alone.line))
      expect(both.calls.current().missed).toEqual(alone.calls.current().missed)
      expect(both.chats.current().list[0]?.phase.name).toBe('ended')
    }),
  )
})

/** What the line was told, one after the other, without repetitions. */
function changes(line: readonly object[]): readonly string[] {
  return line.map((one) => JSON.stringify(one)).filter((one, index, all) => one !== all[index - 1])
}
