import { screen } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import type { DeskState, Pop } from '#contract'
import { popOf } from '#support/desk-preview/scenes/pages.ts'
import { talkingCall } from '#support/desk-preview/scenes/talk.ts'
import { type Shown, showDesk } from '#support/desk-preview/show.ts'
import { agentIn } from '#support/desk-preview/state.ts'

/** Right-to-left override: what follows it is read backwards. */
export const turned = String.fromCodePoint(0x202e)

/** The desk in a call, with pages beside it. */
export async function showPages(pop: Partial<Pop> = {}, news: Partial<DeskState> = {}): Promise<Shown> {
  const shown = await showDesk({
    agent: agentIn({ name: 'talking' }),
    calls: { list: [talkingCall()], missed: [] },
    pop: popOf(pop),
    ...news,
  })
  // Brought as soon as the agent has signed in.
  await shown.parts.pagesPane.load()
  await screen.findByRole('tabpanel')
  flushSync()
  return shown
}

export const inputsOf = ({ asked }: Pick<Shown, 'asked'>, wanted: string) =>
  asked.filter(({ name }) => name === wanted).map(({ input }) => input)
