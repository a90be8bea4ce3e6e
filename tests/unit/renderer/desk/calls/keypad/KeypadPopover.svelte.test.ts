// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import { talkingCall } from '#support/desk-preview/scenes/talk.ts'
import { showDesk } from '#support/desk-preview/show.ts'
import { agentIn } from '#support/desk-preview/state.ts'

/** Hidden, since nothing has a place on the page of a test. */
const pad = () => screen.getByRole('group', { name: 'Keypad', hidden: true })

async function open(keysSent?: string) {
  const call = talkingCall(keysSent ? { keysSent } : {})
  const shown = await showDesk({ agent: agentIn({ name: 'talking' }), calls: { list: [call], missed: [] } })
  await fireEvent.click(screen.getByRole('button', { name: 'Keypad' }))
  await waitFor(() => expect(document.activeElement).toBe(pad()))
  return shown
}

test('keys are pressed with the pointer and typed on the keyboard', async () => {
  const { asked } = await open()

  await fireEvent.click(within(pad()).getByRole('button', { name: '5', hidden: true }))
  await fireEvent.keyDown(pad(), { key: '#' })

  await waitFor(() =>
    expect(asked.filter(({ name }) => name === 'calls.keys').map(({ input }) => input)).toEqual([
      { callId: 'c1', keys: '5', secret: false },
      { callId: 'c1', keys: '#', secret: false },
    ]),
  )
})

test('what was sent is shown as main keeps it, and a secret is asked to be hidden', async () => {
  const { asked } = await open('12••')

  expect(within(pad()).getByRole('status', { name: 'Keys sent', hidden: true }).textContent).toContain('12••')
  await fireEvent.click(within(pad()).getByRole('checkbox', { name: 'Secret: not shown', hidden: true }))
  await fireEvent.keyDown(pad(), { key: '7' })

  await waitFor(() =>
    expect(asked).toContainEqual({ name: 'calls.keys', input: { callId: 'c1', keys: '7', secret: true } }),
  )
})
