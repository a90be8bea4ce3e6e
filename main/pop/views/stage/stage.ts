import type { BrowserWindow, WebContentsView } from 'electron'
import type { Pop, PopRoom } from '#contract'
import type { ViewsGround } from '../ground.ts'
import { boundsOf } from './bounds.ts'

/** Where views are seen: in the desk, or in a window of their own. */
export interface Stage {
  add(view: WebContentsView): void
  remove(view: WebContentsView): void
  /** This view alone is seen, if there is room. */
  show(view: WebContentsView | null): void
  shown(): WebContentsView | null
  place(place: Pop['place']): void
  /** In the window where they are. */
  room(room: PopRoom | null): void
  window(): BrowserWindow
}

interface At {
  place: Pop['place']
  room: PopRoom | null
  shown: WebContentsView | null
}

export function createStage(ground: Pick<ViewsGround, 'desk' | 'openWindow'>): Stage {
  const views = new Set<WebContentsView>()
  const at: At = { place: 'desk', room: null, shown: null }
  const windows = windowsOf(ground)
  const { draw, giveRoom } = drawing(views, at, windows.current)
  const move = (from: BrowserWindow, to: BrowserWindow) => {
    at.room = null
    for (const view of views) {
      if (!from.isDestroyed()) from.contentView.removeChildView(view)
      view.setVisible(false)
      to.contentView.addChildView(view)
    }
  }
  return {
    window: windows.current,
    shown: () => at.shown,
    add: (view) => {
      views.add(view)
      view.setVisible(false)
      windows.current().contentView.addChildView(view)
      giveRoom(view)
    },
    remove: (view) => {
      views.delete(view)
      const wasShown = at.shown === view
      if (wasShown) at.shown = null
      const window = windows.current()
      if (window.isDestroyed()) return
      window.contentView.removeChildView(view)
      // A page that is closed by a key takes the keyboard with it.
      if (wasShown && window.isFocused()) window.webContents.focus()
    },
    show: (view) => {
      at.shown = view
      draw()
    },
    place: (place) => {
      at.place = place
      windows.take(place === 'window', move)
      draw()
    },
    room: (room) => {
      at.room = room
      draw()
    },
  }
}

function drawing(views: ReadonlySet<WebContentsView>, at: Readonly<At>, window: () => BrowserWindow) {
  const isSeen = (view: WebContentsView) => view === at.shown && at.place !== 'closed' && at.room !== null
  const giveRoom = (view: WebContentsView) => {
    if (at.room !== null) view.setBounds(boundsOf(at.room, window().webContents.getZoomFactor()))
  }
  /** From a page that is seen no more to the one in its place, or to the desk, which asks something. */
  const passKeyboard = () => {
    const next = at.shown !== null && isSeen(at.shown) ? at.shown : window()
    next.webContents.focus()
  }
  const draw = () => {
    // At the end of the app the windows go first.
    if (window().isDestroyed()) return
    const held = [...views].find(({ webContents }) => webContents.isFocused())
    for (const view of views) {
      if (isSeen(view)) giveRoom(view)
      view.setVisible(isSeen(view))
    }
    if (held !== undefined && !isSeen(held)) passKeyboard()
  }
  return { draw, giveRoom }
}

/** The views have moved to the other window before theirs is closed: no page is loaded again. */
function windowsOf({ desk, openWindow }: Pick<ViewsGround, 'desk' | 'openWindow'>) {
  let own: BrowserWindow | null = null
  return {
    current: () => own ?? desk(),
    take: (wantsOwn: boolean, move: (from: BrowserWindow, to: BrowserWindow) => void) => {
      if (wantsOwn === (own !== null)) return
      const before = own
      own = wantsOwn ? openWindow() : null
      move(before ?? desk(), own ?? desk())
      before?.destroy()
    },
  }
}
