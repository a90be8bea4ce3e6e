// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { afterEach, expect, test } from 'vitest'
import type { DirectoryEntry } from '#contract'
import RowMenu from '#renderer/desk/team/board/RowMenu.svelte'
import { partsOver } from '#support/desk-preview/show.ts'
import { agentIn, deskState } from '#support/desk-preview/state.ts'

const entry: DirectoryEntry = {
  id: 'agent:6001',
  kind: 'agent',
  name: 'Alice Meyer',
  detail: '',
  number: '6001',
  can: [],
  state: 'idle',
}
const lunchAndTraining = [
  { number: 11, name: { en: 'Lunch', 'zh-CN': '午餐' } },
  { number: 12, name: { en: 'Training', 'zh-CN': '培训' } },
]

afterEach(() => {
  cleanup()
  document.body.replaceChildren()
})

/** The menu of Alice's row, as far as the lengths of a rest. */
async function openRest(reasons: typeof lunchAndTraining) {
  const shown = await partsOver(deskState({ language: 'en', theme: 'light' }))
  const agent = { ...agentIn({ name: 'idle' }), reasons: { busy: [], rest: reasons } }
  document.body.append(document.createElement('main'))
  render(RowMenu, { entry, agent, verbs: shown.parts.teamVerbs, onnote: () => undefined, onopen: () => undefined })
  await fireEvent.click(screen.getByRole('button', { name: /Alice Meyer/ }))
  await fireEvent.click(await screen.findByRole('menuitem', { name: 'Make rest' }))
  return shown
}

test('a forced rest has the length and the reason that the team lead chooses', async () => {
  const { asked } = await openRest(lunchAndTraining)

  await fireEvent.click(await screen.findByRole('menuitemradio', { name: 'Training' }))
  await fireEvent.click(await screen.findByRole('menuitem', { name: '30 min' }))

  expect(asked).toContainEqual({
    name: 'team.force',
    input: { workNumber: '6001', to: { state: 'rest', seconds: 1_800, reason: 12 } },
  })
})

test('where the site names no reason, it is the platform’s lowest number', async () => {
  const { asked } = await openRest([])

  await fireEvent.click(await screen.findByRole('menuitem', { name: '5 min' }))

  expect(asked).toContainEqual({
    name: 'team.force',
    input: { workNumber: '6001', to: { state: 'rest', seconds: 300, reason: 1 } },
  })
})
