import type { InputEvent, WebContents } from 'electron'

/** What a hand does; the pointer's way is none of it. */
const deeds: ReadonlySet<string> = new Set(['mouseDown', 'rawKeyDown', 'keyDown', 'touchStart', 'gestureTap'])

/** A page that dials after its own server has answered is still inside it. */
const momentMs = 2_000

/** What the agent has done in a view, as main itself has seen it and no page can say. */
export interface Hand {
  /** A statement of whether it was just now, true once for each deed: one click is one number and one window. */
  oncePerDeed(): () => boolean
}

export function watchInput(contents: Pick<WebContents, 'on'>, now: () => number): Hand {
  let last = Number.NEGATIVE_INFINITY
  contents.on('input-event', (_, input) => {
    if (isDeed(input)) last = now()
  })
  return {
    oncePerDeed: () => {
      let used = Number.NEGATIVE_INFINITY
      return () => {
        if (last === used || now() - last >= momentMs) return false
        used = last
        return true
      }
    },
  }
}

/** A key that is held down is one deed. */
function isDeed({ type, modifiers }: Pick<InputEvent, 'type' | 'modifiers'>): boolean {
  return deeds.has(type) && !(modifiers ?? []).some((modifier) => modifier.toLowerCase() === 'isautorepeat')
}
