/** What a pane survives (design/look.md), of the pages and of the details beside them. */
export const narrowest = 280

const step = 16

export interface Room {
  /** Where the pages end. */
  readonly right: number
  readonly widest: number
}

const within = (width: number, { widest }: Room) => Math.round(Math.max(narrowest, Math.min(width, widest)))

/** With the divider here. */
export function widthAt(x: number, room: Room): number {
  return within(room.right - x, room)
}

/** What a key of the divider makes of it; null: as the desk finds right. */
export function widthBy(key: string, width: number, room: Room): number | null | undefined {
  switch (key) {
    case 'ArrowLeft':
      return within(width + step, room)
    case 'ArrowRight':
      return within(width - step, room)
    case 'Home':
      return narrowest
    case 'End':
      return room.widest
    case 'Enter':
      return null
    default:
      return undefined
  }
}
