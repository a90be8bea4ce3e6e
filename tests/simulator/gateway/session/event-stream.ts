import type { FaultBox, FaultEffect } from '../faults.ts'

/** One event as it will be written. */
export interface EventItem {
  readonly name: string
  readonly text: string
  readonly content: unknown
}

export interface Outgoing extends EventItem {
  readonly effect: FaultEffect | null
}

/** First in, first out for each agent; no acknowledgement, no sequence numbers (spec/ccgateway.md 4.1). */
export interface EventStream {
  push(item: EventItem): void
  /** The next to write, or null: none, or they wait for a command's answer to go first. */
  next(): Outgoing | null
  /** Asks the reader again. */
  wake(): void
  clear(): void
  /** Called when there may be something to read; null while nobody reads. */
  reader: (() => void) | null
}

/** `passed`: its fault has struck already. */
interface Queued {
  readonly item: EventItem
  readonly passed: boolean
}

interface Lines {
  readonly queue: Queued[]
  /** To go after the next one. */
  readonly late: Queued[]
}

export function createEventStream(agent: string, faults: FaultBox, isHeld: () => boolean): EventStream {
  const lines: Lines = { queue: [], late: [] }
  const { queue } = lines
  const effectOn = (item: EventItem) => faults.take('event', agent, item.name)
  const stream: EventStream = {
    reader: null,
    next: () => (isHeld() ? null : next(lines, effectOn)),
    push: (item) => {
      queue.push({ item, passed: false })
      stream.reader?.()
    },
    wake: () => stream.reader?.(),
    clear: () => {
      queue.length = 0
    },
  }
  return stream
}

function next(lines: Lines, effectOn: (item: EventItem) => FaultEffect | null): Outgoing | null {
  for (let head = lines.queue.shift(); head; head = lines.queue.shift()) {
    const effect = head.passed ? null : effectOn(head.item)
    if (effect?.do === 'reorder') lines.late.push({ ...head, passed: true })
    else if (effect?.do !== 'drop') return send(lines, head.item, effect)
  }
  return null
}

function send({ queue, late }: Lines, item: EventItem, effect: FaultEffect | null): Outgoing {
  queue.unshift(...late.splice(0))
  if (effect?.do !== 'duplicate') return { ...item, effect }
  queue.unshift({ item, passed: true })
  return { ...item, effect: null }
}
