import type { TabVerb } from '#contract'
import type { Leaving } from '../../ask/leave.ts'
import type { Tab } from '../tab.ts'
import { zoomStep } from './zoom-step.ts'

export interface Verbs {
  act(verb: TabVerb): void
  /** Chromium has one zoom for all pages of a host: any tab may have changed it. */
  zoomSeen(): void
}

/** What the agent does with the page in a view. */
export function createVerbs(
  { contents, tell }: Pick<Tab, 'contents' | 'tell'>,
  { leave }: Leaving,
  onZoomed: () => void,
): Verbs {
  const { navigationHistory: history } = contents
  const leaveFor = (act: () => void) => leave({ closing: false }, act)
  const zoomSeen = () => tell({ type: 'seen', tab: { zoom: Math.round(contents.getZoomFactor() * 100) } })
  const zoom = (factor: number) => {
    contents.setZoomFactor(factor)
    onZoomed()
  }
  contents.on('did-navigate', zoomSeen)
  const verbs: { readonly [V in TabVerb]: () => void } = {
    back: () => history.canGoBack() && leaveFor(() => history.goBack()),
    forward: () => history.canGoForward() && leaveFor(() => history.goForward()),
    reload: () => leaveFor(() => contents.reload()),
    stop: () => contents.stop(),
    print: () => contents.print(),
    'zoom-in': () => zoom(zoomStep(contents.getZoomFactor(), 'in')),
    'zoom-out': () => zoom(zoomStep(contents.getZoomFactor(), 'out')),
    'zoom-reset': () => zoom(1),
    end: () => end(contents),
  }
  return { act: (verb) => verbs[verb](), zoomSeen }
}

/** A page that does not respond loses its process, and begins anew. */
function end(contents: Tab['contents']): void {
  if (contents.isCrashed()) contents.reload()
  else {
    contents.once('render-process-gone', () => contents.reload())
    contents.forcefullyCrashRenderer()
  }
}
