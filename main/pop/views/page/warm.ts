import { WebContentsView } from 'electron'
import { explain } from '../../../log/explain.ts'
import type { ViewsGround } from '../ground.ts'
import type { SitePage } from '../tab/tab.ts'
import { pagePreferences } from './preferences.ts'

/** Views whose process is up before any call rings: to open a page is then to ask its server. */
export interface WarmViews {
  /** One for each of these pages, and no other. */
  keep(pages: readonly SitePage[]): void
  /** A view for this page, warm if there is one. */
  take(page: SitePage): WebContentsView
}

/** A new one is made when the page that took the last one has had the machine for itself. */
const pauseMs = 3_000

export function keepWarm(ground: Pick<ViewsGround, 'preload' | 'packaged' | 'log'>): WarmViews {
  const warm = new Map<SitePage, WebContentsView>()
  let wanted: ReadonlySet<SitePage> = new Set()

  const make = (page: SitePage) => {
    const webPreferences = pagePreferences(page.session, { ...ground, origin: page.rules.origin })
    return new WebContentsView({ webPreferences })
  }
  const heat = (page: SitePage) => {
    if (!wanted.has(page) || warm.has(page)) return
    const view = make(page)
    warm.set(page, view)
    view.webContents.once('render-process-gone', () => warm.get(page) === view && warm.delete(page))
    view.webContents.loadURL('about:blank').catch((error: unknown) => {
      if (warm.get(page) === view) ground.log.warn('a view could not be warmed', { error: explain(error) })
    })
  }
  const letGo = (page: SitePage, view: WebContentsView) => {
    warm.delete(page)
    view.webContents.close()
  }
  return {
    keep: (pages) => {
      wanted = new Set(pages)
      for (const [page, view] of warm) if (!wanted.has(page)) letGo(page, view)
      for (const page of pages) heat(page)
    },
    take: (page) => {
      const view = warm.get(page)
      warm.delete(page)
      setTimeout(() => heat(page), pauseMs)
      return view ?? make(page)
    },
  }
}
