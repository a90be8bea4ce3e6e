import type { PastCall } from '#contract'

export interface RowKeys {
  readonly calls: readonly PastCall[]
  readonly chosen: PastCall | null
  onselect(call: PastCall, index: number): void
  oncall(call: PastCall): void
  onremove(call: PastCall): void
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }

/** Arrows go from row to row, Enter calls back, Delete asks to remove. Keys of the buttons in a row stay theirs. */
export function pressInRows(event: KeyboardEvent, rows: RowKeys): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !isOnRow(event.target)) return
  const place = rows.calls.findIndex(({ id }) => id === rows.chosen?.id)
  const step = steps[event.key]
  if (step !== undefined) {
    const index = Math.min(rows.calls.length - 1, Math.max(0, place + step))
    const call = rows.calls[index]
    if (call) rows.onselect(call, index)
  } else if (event.key === 'Enter' && rows.chosen) rows.oncall(rows.chosen)
  else if (event.key === 'Delete' && rows.chosen) rows.onremove(rows.chosen)
  else return
  event.preventDefault()
}

function isOnRow(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.dataset.place !== undefined
}
