const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
const edges: Readonly<Record<string, 0 | -1>> = { Home: 0, End: -1 }

/** Which row a key goes to from this one; null when the key is none of the list's, or was pressed in a row's own button. */
export function rowAfter(event: KeyboardEvent, from: number, count: number): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey || !isOnRow(event.target)) return null
  const step = steps[event.key]
  const edge = edges[event.key]
  if (step !== undefined) return Math.min(count - 1, Math.max(0, from + step))
  return edge === undefined ? null : edge === 0 ? 0 : count - 1
}

/** The message under the keys is to be copied: nothing else is marked. */
export function isCopy(event: KeyboardEvent): boolean {
  const copies = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c'
  return copies && isOnRow(event.target) && getSelection()?.isCollapsed !== false
}

function isOnRow(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.dataset.row !== undefined
}
