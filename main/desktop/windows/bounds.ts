import type { Rectangle } from 'electron'

export const barSize = { width: 360, height: 56 }
export const smallestDesk = { width: 1024, height: 640 }
export const smallestPages = { width: 480, height: 400 }
const firstDesk = { width: 1280, height: 800 }
const alertSize = { width: 360, height: 148 }
const alertMargin = 16
/** So much of a window must be on some screen, or nobody can take hold of it. */
const graspable = 80

/** Where the desk was, if a screen is still there to show it; otherwise the middle of the first one. */
export function placeDesk(remembered: Rectangle | null, workAreas: readonly Rectangle[]): Rectangle {
  if (remembered !== null && workAreas.some((area) => canBeGrasped(remembered, area))) return remembered
  const area = workAreas[0] ?? { x: 0, y: 0, ...firstDesk }
  const size = { width: Math.min(firstDesk.width, area.width), height: Math.min(firstDesk.height, area.height) }
  return { ...size, x: middle(area.x, area.width, size.width), y: middle(area.y, area.height, size.height) }
}

/** Where the customer's pages were; at first the whole of a screen that the desk is not on, or beside what it shows. */
export function placePages(remembered: Rectangle | null, workAreas: readonly Rectangle[], desk: Rectangle): Rectangle {
  if (remembered !== null && workAreas.some((area) => canBeGrasped(remembered, area))) return remembered
  const other = workAreas.find((area) => !canBeGrasped(desk, area))
  if (other !== undefined) return other
  const area = workAreas[0] ?? desk
  const width = Math.round(area.width / 2)
  return { x: area.x + area.width - width, y: area.y, width, height: area.height }
}

/** The corner in which the system's own notifications come: upper right on macOS, lower right elsewhere. */
export function placeAlert(workArea: Rectangle, platform: NodeJS.Platform): Rectangle {
  const x = workArea.x + workArea.width - alertSize.width - alertMargin
  const below = workArea.y + workArea.height - alertSize.height - alertMargin
  return { ...alertSize, x, y: platform === 'darwin' ? workArea.y + alertMargin : below }
}

/** The bar's first place: where the desk's own bar was, at its upper left. */
export function placeBar(desk: Rectangle, height: number): Rectangle {
  return { x: desk.x, y: desk.y, width: barSize.width, height }
}

function canBeGrasped(window: Rectangle, area: Rectangle): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  const titleBarShows = window.y >= area.y - 1 && window.y <= area.y + area.height - graspable
  return width >= graspable && titleBarShows
}

function middle(start: number, whole: number, part: number): number {
  return Math.round(start + (whole - part) / 2)
}
