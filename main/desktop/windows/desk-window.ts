import type { BrowserWindow, Rectangle, Screen } from 'electron'
import { barSize, placeBar, placeDesk, smallestDesk } from './bounds.ts'
import { makeWindow, type WindowGround } from './make-window.ts'
import { onProcessGone, showPage } from './show-page.ts'

export interface RememberedDesk {
  readonly deskBounds: Rectangle | null
  readonly deskMaximized: boolean
}

export interface DeskWindow {
  readonly window: BrowserWindow
  /** Brings it before everything else, from the tray or from behind. */
  front(): void
  isInFront(): boolean
  setBarMode(on: boolean): void
  /** Bar mode only: grows downwards when the desk asks for more. */
  setBarHeight(height: number): void
}

export interface DeskParts {
  readonly remembered: RememberedDesk
  readonly onMoved: (desk: RememberedDesk) => void
  readonly barMode: boolean
  readonly screen: Pick<Screen, 'getAllDisplays'>
  /** Told whenever it comes to the front or leaves it. */
  readonly onFront: (inFront: boolean) => void
  readonly isQuitting: () => boolean
}

const settledMs = 500

/** The agent's window: closed, it goes on in the tray; crashed, it comes back by itself. */
export function makeDeskWindow(ground: WindowGround, parts: DeskParts): DeskWindow {
  const areas = parts.screen.getAllDisplays().map(({ workArea }) => workArea)
  const place = placeDesk(parts.remembered.deskBounds, areas)
  const window = makeWindow(
    'desk',
    ground,
    { ...place, minWidth: smallestDesk.width, minHeight: smallestDesk.height },
    { spellcheck: true },
  )
  if (parts.remembered.deskMaximized) window.maximize()
  const bar = barModeOf(window)
  const front = () => {
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }
  keepOpen(window, parts)
  onProcessGone(window, ground.log, () => showPage(window, 'desk', ground.log))
  rememberPlace(window, parts, bar.isOn)
  if (parts.barMode) bar.set(true)
  window.once('ready-to-show', front)
  showPage(window, 'desk', ground.log)
  return {
    window,
    front,
    isInFront: () => isInFront(window),
    setBarMode: bar.set,
    setBarHeight: bar.setHeight,
  }
}

function isInFront(window: BrowserWindow): boolean {
  return window.isVisible() && window.isFocused() && !window.isMinimized()
}

function keepOpen(window: BrowserWindow, { onFront, isQuitting }: DeskParts): void {
  window.on('close', (event) => {
    if (isQuitting()) return
    event.preventDefault()
    window.hide()
  })
  window.on('focus', () => onFront(true))
  window.on('blur', () => onFront(false))
  window.on('hide', () => onFront(false))
}

function rememberPlace(window: BrowserWindow, { onMoved }: DeskParts, inBarMode: () => boolean): void {
  let settled: NodeJS.Timeout | undefined
  const keep = () => {
    clearTimeout(settled)
    settled = setTimeout(() => {
      if (window.isDestroyed() || inBarMode()) return
      onMoved({ deskBounds: window.getNormalBounds(), deskMaximized: window.isMaximized() })
    }, settledMs)
  }
  window.on('move', keep)
  window.on('resize', keep)
}

function barModeOf(window: BrowserWindow) {
  let desk: { readonly bounds: Rectangle; readonly maximized: boolean } | null = null
  let bar: Rectangle | null = null

  const enter = () => {
    desk = { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
    if (desk.maximized) window.unmaximize()
    window.setMinimumSize(1, 1)
    window.setContentBounds(bar ?? placeBar(desk.bounds, barSize.height))
    window.setAlwaysOnTop(true, 'floating')
  }
  const leave = () => {
    if (desk === null) return
    bar = window.getContentBounds()
    window.setAlwaysOnTop(false)
    window.setMinimumSize(smallestDesk.width, smallestDesk.height)
    window.setBounds(desk.bounds)
    if (desk.maximized) window.maximize()
    desk = null
  }
  return {
    isOn: () => desk !== null,
    set: (on: boolean) => {
      if (on && desk === null) enter()
      if (!on) leave()
    },
    setHeight: (height: number) => {
      if (desk === null) return
      window.setContentBounds({ ...window.getContentBounds(), height: Math.max(barSize.height, height) })
    },
  }
}
