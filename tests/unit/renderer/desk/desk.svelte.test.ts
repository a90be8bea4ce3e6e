// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { openDesk } from '#renderer/desk/desk.svelte.ts'
import { fakeBridge } from '#support/desk-preview/fake-bridge.ts'
import { agentIn, deskState, missed } from '#support/desk-preview/state.ts'

const state = deskState({ language: 'en', theme: 'light' })

test('a desk that starts late asks once and has everything', async () => {
  const { bridge, asked } = fakeBridge(state)

  const desk = await openDesk(bridge)

  expect(asked).toEqual([{ name: 'desk.current', input: undefined }])
  expect(desk.agent).toEqual(state.agent)
  expect(desk.settings).toEqual(state.settings)
})

test('what main tells while the answer is on its way is not lost', async () => {
  const { bridge, answer, tell } = fakeBridge(state)
  let resolve = (_: typeof state): void => undefined
  answer(
    'desk.current',
    new Promise<typeof state>((settle) => {
      resolve = settle
    }),
  )

  const opening = openDesk(bridge)
  tell({ calls: { list: [], missed } })
  resolve(state)
  const desk = await opening

  expect(desk.calls.missed).toEqual(missed)
})

test('an event replaces its own part and no other', async () => {
  const { bridge, tell } = fakeBridge(state)
  const desk = await openDesk(bridge)
  const { calls } = desk

  tell({ agent: agentIn({ name: 'busy' }) })

  expect(desk.agent).toMatchObject({ state: { name: 'busy' } })
  expect(desk.calls).toBe(calls)
})
