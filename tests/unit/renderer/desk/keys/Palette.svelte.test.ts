// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/svelte'
import { tick } from 'svelte'
import { afterEach, expect, test, vi } from 'vitest'
import Palette from '#renderer/desk/keys/Palette.svelte'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('what is typed the moment the palette opens goes into it, a frame not awaited', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0)
  const { getByRole } = render(Palette, { commandsFor: () => [], onclose: () => undefined })

  await tick()

  expect(document.activeElement).toBe(getByRole('combobox'))
})
