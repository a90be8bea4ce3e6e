import type { BrowserWindow, WebContentsView } from 'electron'
import type { Pop, PopRoom } from '#contract'
import type { ViewsGround } from '../ground.ts'
import { boundsOf } from './bounds.ts'

/** Where views are seen. */
export interface Stage {
  add(view: WebContentsView): void
  remove(view: WebContentsView): void
  /** This view alone is seen, if there is room. */
  show(view: WebContentsView | null): void
  shown(): WebContentsView | null
  place(place: Pop['place']): void
  room(room: PopRoom | null): void
  window(): BrowserWindow
}

export function createStage({ desk }: Pick<ViewsGround, 'desk'>): Stage {
  const views = new Set<WebContentsView>()
  const at: { place: Pop['place']; room: PopRoom | null; shown: WebContentsView | null } = {
    place: 'desk',
    room: null,
    shown: null,
  }
  const giveRoom = (view: WebContentsView) => {
    if (at.room !== null) view.setBounds(boundsOf(at.room, desk().webContents.getZoomFactor()))
  }
  const draw = () => {
    for (const view of views) if (view !== at.shown) view.setVisible(false)
    if (at.shown === null) return
    giveRoom(at.shown)
    at.shown.setVisible(at.place !== 'closed' && at.room !== null)
  }
  return {
    window: desk,
    add: (view) => {
      views.add(view)
      view.setVisible(false)
      desk().contentView.addChildView(view)
      giveRoom(view)
    },
    remove: (view) => {
      views.delete(view)
      if (at.shown === view) at.shown = null
      if (!desk().isDestroyed()) desk().contentView.removeChildView(view)
    },
    show: (view) => {
      at.shown = view
      draw()
    },
    shown: () => at.shown,
    place: (place) => {
      at.place = place
      draw()
    },
    room: (room) => {
      at.room = room
      draw()
    },
  }
}
