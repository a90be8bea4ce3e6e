import type { BrowserWindow } from 'electron'
import { makeWindow, type WindowGround } from './make-window.ts'
import { onProcessGone, showPageAfter } from './show-page.ts'

/** Never shown, never throttled: it carries the voice. When its process is gone, `onGone` is told to make another. */
export function makePhoneWindow(
  ground: WindowGround,
  turn: Promise<void>,
  onGone: (why: string) => void,
): BrowserWindow {
  const window = makeWindow(
    'phone',
    ground,
    { width: 400, height: 300, skipTaskbar: true, focusable: false },
    // The ring must sound although nobody ever clicks in this page.
    { backgroundThrottling: false, autoplayPolicy: 'no-user-gesture-required' },
  )
  onProcessGone(window, ground.log, (why) => {
    window.destroy()
    onGone(why)
  })
  void showPageAfter(turn, window, 'phone', ground.log)
  return window
}
