import type { BrowserWindow, Screen } from 'electron'
import { placeAlert } from './bounds.ts'
import { makeWindow, type WindowGround } from './make-window.ts'
import { onProcessGone, showPage, showPageAfter } from './show-page.ts'

export interface AlertWindow {
  show(): void
  hide(): void
  readonly window: BrowserWindow
}

/**
 * Made hidden and loaded ahead of any call, so that to show it is all there is to do when one rings. Whatever has the
 * focus keeps it: the agent may be in the middle of a word.
 */
export function makeAlertWindow(
  ground: WindowGround,
  turn: Promise<void>,
  screen: Pick<Screen, 'getCursorScreenPoint' | 'getDisplayNearestPoint'>,
  platform: NodeJS.Platform,
): AlertWindow {
  const place = () => placeAlert(screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea, platform)
  const window = makeWindow(
    'alert',
    ground,
    {
      ...place(),
      frame: false,
      resizable: false,
      movable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      focusable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      acceptFirstMouse: true,
      ...(platform === 'darwin' && { type: 'panel' }),
    },
    // A hidden page is to have drawn the call by the time it is shown.
    { backgroundThrottling: false },
  )
  window.setAlwaysOnTop(true, 'screen-saver')
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true })
  onProcessGone(window, ground.log, () => showPage(window, 'alert', ground.log))
  void showPageAfter(turn, window, 'alert', ground.log)
  return {
    window,
    show: () => {
      window.setBounds(place())
      window.showInactive()
      window.moveTop()
    },
    hide: () => window.hide(),
  }
}
