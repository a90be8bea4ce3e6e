/** Up and down go from the search field to the rows, and from row to row. */
export function walkRows(element: HTMLElement): () => void {
  const walk = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!by || event.defaultPrevented || event.isComposing) return
    const stops: Element[] = [...element.querySelectorAll('input[type="search"], .entry > .row')]
    const { activeElement } = element.ownerDocument
    const at = activeElement ? stops.indexOf(activeElement) : -1
    const next = at < 0 ? undefined : stops[at + by]
    if (!(next instanceof HTMLElement)) return
    event.preventDefault()
    next.focus()
  }
  element.addEventListener('keydown', walk)
  return () => element.removeEventListener('keydown', walk)
}
