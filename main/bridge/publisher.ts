import type { WebContents } from 'electron'
import type { EventName, WindowKind, Windows } from '#contract'

/** Tells one kind of window something of its slice of the contract. */
export type Publish<W extends WindowKind> = <N extends EventName<W>>(name: N, value: Windows[W]['events'][N]) => void

/** `find` is asked every time, since a window may be gone and another in its place; nobody there means nobody told. */
export function publisher<W extends WindowKind>(
  find: () => Pick<WebContents, 'send' | 'isDestroyed'> | null,
): Publish<W> {
  return (name, value) => {
    const contents = find()
    if (contents === null || contents.isDestroyed()) return
    contents.send('event', { name, value })
  }
}
