import { startPacer } from '../../voice/pacer.ts'
import { createRoom, type Room } from './room.ts'

const FRAME_MS = 20

/** All rooms, and the one clock they share while somebody needs it. */
export interface Exchange {
  open(): Room
  /** Rooms with somebody in them. */
  readonly busy: number
  readonly ticking: boolean
  stop(): void
}

export function createExchange(): Exchange {
  const rooms = new Set<Room>()
  let stopPacer: (() => void) | null = null

  function stop(): void {
    stopPacer?.()
    stopPacer = null
  }

  function changed(room: Room): void {
    if (room.ends.length > 0) rooms.add(room)
    else rooms.delete(room)
    const needed = [...rooms].some(({ needsBeat }) => needsBeat)
    if (!needed) stop()
    else stopPacer ??= startPacer(FRAME_MS, beat)
  }

  function beat(due: number): void {
    for (const room of [...rooms]) room.beat(performance.timeOrigin + due)
  }

  return {
    open: () => {
      const room = createRoom(() => changed(room))
      return room
    },
    get busy() {
      return rooms.size
    },
    get ticking() {
      return stopPacer !== null
    },
    stop,
  }
}
