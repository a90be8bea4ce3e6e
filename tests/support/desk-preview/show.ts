import { cleanup, render } from '@testing-library/svelte'
import { flushSync, tick } from 'svelte'
import { onTestFinished } from 'vitest'
import type { DeskState } from '#contract'
import App from '#renderer/desk/App.svelte'
import { type Desk, openDesk } from '#renderer/desk/desk.svelte.ts'
import { overwriteGetLocale } from '#renderer/desk/messages/compiled/runtime.js'
import { createParts, type Parts } from '#renderer/desk/parts.svelte.ts'
import { loadSignedIn } from '#renderer/desk/workplace/signed-in.ts'
import './not-in-jsdom.ts'
import { type FakeBridge, fakeBridge } from './fake-bridge.ts'
import { deskState } from './state.ts'

export interface Shown extends FakeBridge {
  readonly desk: Desk
  readonly parts: Parts
}

/** The desk's parts over a fake main, in English unless told otherwise. */
export async function partsOver(state: DeskState): Promise<Shown> {
  const fake = fakeBridge(state)
  const desk = await openDesk(fake.bridge)
  overwriteGetLocale(() => desk.desktop.language)
  const tell: FakeBridge['tell'] = (news) => {
    fake.tell(news)
    flushSync()
  }
  return { ...fake, tell, desk, parts: createParts(desk) }
}

/** The whole desk on a page of its own, gone when the test is over. */
export async function showDesk(news: Partial<DeskState> = {}): Promise<Shown> {
  const shown = await partsOver(deskState({ language: 'en', theme: 'light' }, news))
  onTestFinished(() => cleanup())
  render(App, { parts: shown.parts })
  // By the time anybody has signed in it is there.
  await loadSignedIn()
  await tick()
  flushSync()
  return shown
}
