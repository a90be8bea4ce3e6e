import { type App, type BrowserWindow, nativeImage } from 'electron'
import { drawMark } from '../tray/draw.ts'
import { marks } from '../tray/shapes.ts'
import type { Words } from '../words/words.ts'

const overlaySize = 32

/** The number on the app's icon, where icons carry numbers; on Windows a mark, with the number in words beside it. */
export function showBadge(app: Pick<App, 'setBadgeCount'>, desk: BrowserWindow, count: number, words: Words): void {
  if (process.platform !== 'win32') {
    app.setBadgeCount(count)
    return
  }
  const size = { width: overlaySize, height: overlaySize, scaleFactor: 2 }
  const mark = nativeImage.createFromBitmap(drawMark(marks.ringing, overlaySize), size)
  desk.setOverlayIcon(count > 0 ? mark : null, count > 0 ? words.missedAndUnread(count) : '')
}
