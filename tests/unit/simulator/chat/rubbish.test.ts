import { expect, test } from 'vitest'
import { rubbishFor, sendRubbish } from '#simulator/chat/rubbish/rubbish.ts'
import { chatStage, open } from './stage.ts'

test('rubbish stands in the agent’s stream as it is, and what comes after it is whole', async () => {
  const stage = await chatStage()
  const chat = await open(stage)

  sendRubbish(stage.centre, '6001', chat.id)
  chat.says('Still here')
  await stage.client.settled()

  const told = stage.client.events.filter(({ eventType }) => eventType === 'AgentEvent_MessageData')
  expect(told.slice(0, -1).map(({ content }) => content)).toEqual(
    Object.values(rubbishFor(chat.id)).map((content) => JSON.parse(JSON.stringify(content))),
  )
  expect(told.at(-1)?.content).toMatchObject({ message: expect.stringContaining('Still here') })
})

test('a thousand messages in a minute arrive in their order, each once', async () => {
  const stage = await chatStage()
  const chat = await open(stage)

  await chat.pours('Another', 1_000, 0)
  await stage.client.settled()

  const messages = stage.client.events.filter(({ eventType }) => eventType === 'AgentEvent_MessageData')
  expect(messages.map(({ content }) => JSON.parse((content as { message: string }).message).content)).toEqual(
    chat.transcript.map(({ content }) => content),
  )
  expect(chat.transcript).toHaveLength(1_000)
})
