// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import type { Call, DirectoryFound } from '#contract'
import { found } from '#support/desk-preview/scenes/found.ts'
import { talkingCall } from '#support/desk-preview/scenes/talk.ts'
import { showDesk } from '#support/desk-preview/show.ts'
import { agentIn } from '#support/desk-preview/state.ts'

async function open(call: Call = talkingCall(), directory?: DirectoryFound) {
  const shown = await showDesk({ agent: agentIn({ name: 'talking' }), calls: { list: [call], missed: [] } })
  if (directory) shown.answer('directory.search', directory)
  await fireEvent.keyDown(window, { code: 'KeyT', key: 't', ctrlKey: true })
  return shown
}
const dialog = () => within(screen.getByRole('dialog', { name: 'Transfer Li Na 李娜' }))
const field = () => dialog().getByRole<HTMLInputElement>('combobox', { name: 'To whom' })
const type = (text: string) => fireEvent.input(field(), { target: { value: text } })
const ways = () => dialog().getAllByRole<HTMLInputElement>('radio')
const send = () => fireEvent.submit(field())

test('Ctrl+T, a number, Enter: the customer is handed over when the colleague answers', async () => {
  const { asked } = await open()
  expect(document.activeElement).toBe(field())

  await type('6073')
  await send()

  expect(asked).toContainEqual({
    name: 'calls.transfer',
    input: {
      callId: 'c1',
      to: { kind: 'agent', address: '6073' },
      mode: 'success',
      associatedData: 'CRM 4711 · gold',
    },
  })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a long number goes outside, with its own ways and the number to show', async () => {
  const { asked } = await open(talkingCall({ associatedData: '' }))

  await type('02125551234')
  expect(ways().map(({ value }) => value)).toEqual(['success', 'release', 'talk', 'three-party'])
  await fireEvent.click(ways().at(-1) as HTMLInputElement)
  await fireEvent.click(dialog().getByRole('checkbox', { name: 'The customer waits while it rings there' }))
  await fireEvent.input(dialog().getByLabelText('Number to show'), { target: { value: '95533' } })
  await send()

  expect(asked).toContainEqual({
    name: 'calls.transfer',
    input: {
      callId: 'c1',
      to: { kind: 'outside', address: '02125551234' },
      mode: 'three-party',
      caller: '95533',
      holdCustomer: false,
    },
  })
})

test('a kind that was chosen stays, however the number looks', async () => {
  await open()

  await fireEvent.click(dialog().getByRole('button', { name: 'IVR' }))
  await type('02125551234')

  expect(dialog().getByRole('button', { name: 'IVR' }).getAttribute('aria-pressed')).toBe('true')
  expect(ways().map(({ value }) => value)).toEqual(['release', 'suspend'])
})

test('asking a colleague is a way in the same dialog', async () => {
  const { asked } = await open(talkingCall({ associatedData: '' }))

  await type('6003')
  await fireEvent.click(dialog().getByRole('radio', { name: /Ask, customer waits/ }))
  await fireEvent.click(dialog().getByRole('button', { name: 'Consult' }))

  expect(asked).toContainEqual({
    name: 'calls.consult',
    input: { callId: 'c1', to: { kind: 'agent', address: '6003' }, mode: 'two-party' },
  })
})

test('a name finds colleagues with their state, and Enter takes the one that is marked', async () => {
  const { asked } = await open(talkingCall({ associatedData: '' }), found)

  await type('che')
  await waitFor(() => expect(dialog().getAllByRole('option')).toHaveLength(5))
  await fireEvent.keyDown(field(), { key: 'ArrowDown' })
  await fireEvent.keyDown(field(), { key: 'ArrowDown' })
  await fireEvent.keyDown(field(), { key: 'Enter' })
  expect(field().value).toBe('Cheng Wei 程伟')
  await send()

  expect(asked).toContainEqual({
    name: 'calls.transfer',
    input: { callId: 'c1', to: { kind: 'agent', address: '6074' }, mode: 'success' },
  })
})

test('the directory is watched while somebody is chosen, with the queues that are shown, and no longer', async () => {
  const { asked } = await open(talkingCall(), found)
  await type('c')
  const watched = () => asked.filter(({ name }) => name === 'directory.watch').map(({ input }) => input)

  await waitFor(() => expect(watched()).toContainEqual({ by: 'transfer', on: true, queues: ['2'] }))
  await fireEvent.click(dialog().getByRole('button', { name: 'Cancel' }))

  expect(watched().at(-1)).toEqual({ by: 'transfer', on: false, queues: [] })
})

test('what is no address is told at the field, and not before it was tried', async () => {
  const { asked } = await open()

  await type('Li')
  expect(dialog().queryByText('Digits only, at most 24.')).toBeNull()
  await send()

  expect(dialog().getByText('Digits only, at most 24.')).toBeTruthy()
  expect(asked.some(({ name }) => name === 'calls.transfer')).toBe(false)
})

test('a refusal stays in the dialog with what was typed', async () => {
  const { answer } = await open()
  answer('calls.transfer', { ok: false, reason: 'refused', retcode: '200-012' })

  await type('6073')
  await send()

  const refused = await dialog().findByRole('alert')
  expect(refused.textContent).toContain('The call was not transferred. There is no call to transfer.')
  expect(field().value).toBe('6073')
})

test('a customer who hangs up in the meantime leaves nothing to send', async () => {
  const { tell } = await open()
  await type('6073')

  tell({
    calls: {
      list: [talkingCall({ phase: { name: 'ended', at: 1, reason: 'customer-hung-up' }, verbs: [] })],
      missed: [],
    },
  })

  expect(dialog().getByRole('alert').textContent).toContain('cannot be handed over any more')
  expect(dialog().queryByRole('button', { name: 'Transfer' })).toBeNull()
})
