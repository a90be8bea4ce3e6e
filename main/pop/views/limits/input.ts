import type { WebContents } from 'electron'

/** What a hand does; the pointer's way is none of it. */
const deeds: ReadonlySet<string> = new Set(['mouseDown', 'rawKeyDown', 'keyDown', 'touchStart', 'gestureTap'])

/** A page that dials after its own server has answered is still inside it. */
const momentMs = 2_000

/** Whether the agent has just clicked or typed in this view, as main itself has seen it and no page can say. */
export function watchInput(contents: Pick<WebContents, 'on'>, now: () => number): () => boolean {
  let last = Number.NEGATIVE_INFINITY
  contents.on('input-event', (_, { type }) => {
    if (deeds.has(type)) last = now()
  })
  return () => now() - last < momentMs
}
