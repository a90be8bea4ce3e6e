import type { Rectangle } from 'electron'
import type { PopRoom } from '#contract'

/** Room in CSS pixels of a window's page, in the window's own: edges meet, whatever the zoom. */
export function boundsOf(room: PopRoom, zoom: number): Rectangle {
  const [x, y] = [Math.round(room.x * zoom), Math.round(room.y * zoom)]
  return {
    x,
    y,
    width: Math.max(0, Math.round((room.x + room.width) * zoom) - x),
    height: Math.max(0, Math.round((room.y + room.height) * zoom) - y),
  }
}
