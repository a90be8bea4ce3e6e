import { on } from 'svelte/events'
import type { WorkList } from './work-list.svelte.ts'

/**
 * Holds the order while the pointer is over the list or the keyboard is in it. A row that was clicked keeps the focus
 * when the pointer is gone, and that alone holds nothing.
 */
export function holdStill(work: Pick<WorkList, 'hold'>): (element: HTMLElement) => () => void {
  return (element) => {
    let byPointer = false
    const keyboard = (on: boolean) => work.hold('keyboard', on)
    const listeners: Partial<{ [K in keyof HTMLElementEventMap]: (event: Event) => void }> = {
      pointerenter: () => work.hold('pointer', true),
      pointerleave: () => {
        byPointer = false
        work.hold('pointer', false)
      },
      pointerdown: () => {
        byPointer = true
        keyboard(false)
      },
      click: () => {
        byPointer = false
      },
      focusin: () => {
        if (!byPointer) keyboard(true)
      },
      keydown: (event) => {
        const { ctrlKey, metaKey, altKey } = event as KeyboardEvent
        // A key of the desk is not one of the list.
        if (!(ctrlKey || metaKey || altKey)) keyboard(true)
      },
      focusout: (event) => {
        const to = (event as FocusEvent).relatedTarget
        if (!(to instanceof Node && element.contains(to))) keyboard(false)
      },
    }
    const off = Object.entries(listeners).map(([name, listener]) => on(element, name, listener))
    return () => {
      for (const stop of off) stop()
      work.hold('pointer', false)
      keyboard(false)
    }
  }
}
