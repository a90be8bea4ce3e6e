import { untrack } from 'svelte'

/** Moves the focus to the first of its kind inside, and gives it back to whoever had it when the element goes. */
export function lendFocus(wanted: boolean, first = 'button'): (element: HTMLElement) => (() => void) | undefined {
  return (element) => {
    if (!wanted) return undefined
    const before = document.activeElement
    // Whoever hears of the focus reads what this must not depend on.
    untrack(() => element.querySelector<HTMLElement>(first)?.focus())
    return () => {
      const strayed = document.activeElement === document.body || element.contains(document.activeElement)
      if (strayed && before instanceof HTMLElement) before.focus()
    }
  }
}
