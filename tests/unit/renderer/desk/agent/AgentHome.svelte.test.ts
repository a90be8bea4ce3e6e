// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import type { Line } from '#contract'
import { showDesk } from '#support/desk-preview/show.ts'
import { agentIn, wellLine } from '#support/desk-preview/state.ts'

const microphones: readonly (readonly [said: string, microphone: Line['microphone']])[] = [
  ['Jabra', { status: 'ready', label: 'Jabra' }],
  ['Jabra', { status: 'unplugged', label: 'Jabra' }],
  ['System default', { status: 'ready', label: '' }],
  ['No microphone', { status: 'missing', label: '' }],
]

test.each(microphones)('the agent’s own page calls the microphone “%s”', async (said, microphone) => {
  await showDesk({ line: { ...wellLine, microphone } })

  const page = within(screen.getByRole('article', { name: 'Your desk' }))

  expect(page.getByText('Microphone').nextElementSibling?.textContent).toBe(said)
})

test('without a microphone the notice offers to go idle all the same, which asks first', async () => {
  await showDesk({
    line: { ...wellLine, microphone: { status: 'missing', label: '' } },
    notices: [{ id: 'n1', at: 1, kind: 'no-microphone' }],
    agent: agentIn({ name: 'busy' }),
  })

  await fireEvent.click(
    within(screen.getByRole('region', { name: 'Notices' })).getByRole('button', { name: 'Go idle' }),
  )

  expect(await screen.findByRole('alert', { name: 'Go idle without a microphone?' })).toBeTruthy()
})
