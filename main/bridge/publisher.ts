import type { WebContents } from 'electron'
import type { EventName, WindowKind, Windows } from '#contract'

/** Tells one kind of window something of its slice of the contract. */
export type Publish<W extends WindowKind> = <N extends EventName<W>>(name: N, value: Windows[W]['events'][N]) => void

/**
 * `find` is asked every time, since a window may be gone and another in its place; nobody there means nobody told.
 *
 * Told when the change that is told of is over: Electron's `send` lets settled promises go on before it returns (seen
 * on 33.4.11), and what they bring would overtake the rest of a change that is half done. The order stays.
 */
export function publisher<W extends WindowKind>(
  find: () => Pick<WebContents, 'send' | 'isDestroyed'> | null,
): Publish<W> {
  return (name, value) =>
    queueMicrotask(() => {
      const contents = find()
      if (contents === null || contents.isDestroyed()) return
      contents.send('event', { name, value })
    })
}
