import { untrack } from 'svelte'

/** Focuses the element when it appears, if wanted then; never again later. */
export function focusOnce(wanted: boolean): (element: HTMLElement) => void {
  const now = untrack(() => wanted)
  return (element) => {
    if (now && document.activeElement === document.body) element.focus()
  }
}
