import { Menu, type MenuItemConstructorOptions, Tray } from 'electron'
import type { Words } from '../words/words.ts'
import { drawTrayIcons } from './icons.ts'
import { type TrayAction, type TrayItem, type TrayView, trayMenu, trayStateOf, trayTip } from './tray-menu.ts'

export interface TrayIcon {
  update(view: TrayView, words: Words): void
  close(): void
}

const beatMs = 500

/** May throw where the desktop has no tray; the other ways of alerting do not hang on it. */
export function makeTray(platform: NodeJS.Platform, act: (action: TrayAction) => void): TrayIcon {
  const icons = drawTrayIcons(platform)
  const tray = new Tray(icons.of.offline)
  tray.on('click', () => act({ verb: 'open' }))
  let shown = { menu: '', tip: '', state: 'offline' }
  let beat: NodeJS.Timeout | undefined

  const setIcon = (state: ReturnType<typeof trayStateOf>) => {
    clearInterval(beat)
    tray.setImage(icons.of[state])
    if (state !== 'ringing') return
    let loud = true
    beat = setInterval(() => {
      loud = !loud
      tray.setImage(loud ? icons.of.ringing : icons.quietBell)
    }, beatMs)
  }
  let groups: ReturnType<typeof trayMenu> = []
  // A panel on Linux keeps the menu it was given: a change of items is a new menu.
  const setMenu = () => tray.setContextMenu(Menu.buildFromTemplate(templateOf(groups, pressed)))
  const pressed = (action: TrayAction) => {
    act(action)
    // The click has ticked the item by itself; what is in force is said by main alone.
    setMenu()
  }
  return {
    update: (view, words) => {
      groups = trayMenu(view, words)
      const next = { state: trayStateOf(view), tip: trayTip(view, words), menu: JSON.stringify(groups) }
      if (next.state !== shown.state) setIcon(next.state)
      if (next.tip !== shown.tip) tray.setToolTip(next.tip)
      if (next.menu !== shown.menu) setMenu()
      shown = next
    },
    close: () => {
      clearInterval(beat)
      tray.destroy()
    },
  }
}

function templateOf(
  groups: readonly (readonly TrayItem[])[],
  act: (action: TrayAction) => void,
): MenuItemConstructorOptions[] {
  return groups.flatMap((group, index) => [
    ...(index > 0 ? [{ type: 'separator' } as const] : []),
    ...group.map((item) => toMenuItem(item, act)),
  ])
}

function toMenuItem(
  { label, action, checked, items }: TrayItem,
  act: (action: TrayAction) => void,
): MenuItemConstructorOptions {
  // An ampersand in a caller's name would be taken for an access key.
  const plain = label.replaceAll('&', '&&')
  if (items) return { label: plain, submenu: items.map((item) => toMenuItem(item, act)) }
  if (!action) return { label: plain, enabled: false }
  const click = () => act(action)
  return checked === undefined ? { label: plain, click } : { label: plain, click, type: 'checkbox', checked }
}
