// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import { talkingCall } from '#support/desk-preview/scenes/talk.ts'
import { showDesk } from '#support/desk-preview/show.ts'
import { agentIn } from '#support/desk-preview/state.ts'

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Associated data' })
const show = () => showDesk({ agent: agentIn({ name: 'talking' }), calls: { list: [talkingCall()], missed: [] } })
const saved = { name: 'calls.setAssociatedData', input: { callId: 'c1', text: 'CRM 4712' } }

test.each([
  ['leaving the field', () => fireEvent.blur(field())],
  ['Enter', () => fireEvent.keyDown(field(), { key: 'Enter' })],
])('%s saves what was typed, once', async (_, leave) => {
  const { asked } = await show()
  expect(field().value).toBe('CRM 4711 · gold')

  await fireEvent.input(field(), { target: { value: 'CRM 4712' } })
  await leave()

  await waitFor(() => expect(screen.getByText('Saved')).toBeTruthy())
  expect(asked.filter(({ name }) => name === saved.name)).toEqual([saved])
})

test('what did not change is not saved, and Shift+Enter is a line', async () => {
  const { asked } = await show()

  await fireEvent.blur(field())
  await fireEvent.input(field(), { target: { value: 'CRM 4712' } })
  await fireEvent.keyDown(field(), { key: 'Enter', shiftKey: true })

  expect(asked.some(({ name }) => name === saved.name)).toBe(false)
})

test('what is typed while one text is on its way goes after it', async () => {
  const { asked, answer } = await show()
  let settle: (value: unknown) => void = () => undefined
  answer(
    saved.name,
    new Promise((resolve) => {
      settle = resolve
    }),
  )
  await fireEvent.input(field(), { target: { value: 'CRM 4712' } })
  await fireEvent.blur(field())

  await fireEvent.input(field(), { target: { value: 'CRM 4713' } })
  await fireEvent.blur(field())
  expect(screen.getByText('Saving…')).toBeTruthy()
  settle({ ok: true })

  await waitFor(() =>
    expect(
      asked.filter(({ name }) => name === saved.name).map(({ input }) => (input as { text: string }).text),
    ).toEqual(['CRM 4712', 'CRM 4713']),
  )
})

test('a failure is told, and what was typed stays', async () => {
  const { answer } = await show()
  answer(saved.name, { ok: false, reason: 'refused', retcode: '400-001' })

  await fireEvent.input(field(), { target: { value: 'CRM 4712' } })
  await fireEvent.blur(field())

  await waitFor(() =>
    expect(
      screen.getByText('Not saved. There is no call to keep data with. Try again in a call. (400-001)'),
    ).toBeTruthy(),
  )
  expect(field().value).toBe('CRM 4712')
})
