import type { TabVerb } from '#contract'
import type { Tab } from './tab.ts'
import { zoomStep } from './zoom-step.ts'

/** What the agent does with the page in a view. */
export function createVerbs({ contents, tell }: Pick<Tab, 'contents' | 'tell'>): (verb: TabVerb) => void {
  const zoom = (factor: number) => {
    contents.setZoomFactor(factor)
    tell({ type: 'seen', tab: { zoom: Math.round(factor * 100) } })
  }
  const verbs: { readonly [V in TabVerb]: () => void } = {
    back: () => contents.navigationHistory.goBack(),
    forward: () => contents.navigationHistory.goForward(),
    reload: () => contents.reload(),
    stop: () => contents.stop(),
    print: () => contents.print(),
    'zoom-in': () => zoom(zoomStep(contents.getZoomFactor(), 'in')),
    'zoom-out': () => zoom(zoomStep(contents.getZoomFactor(), 'out')),
    'zoom-reset': () => zoom(1),
    end: () => {
      contents.once('render-process-gone', () => contents.reload())
      contents.forcefullyCrashRenderer()
    },
  }
  return (verb) => verbs[verb]()
}
