import { createHash } from 'node:crypto'
import type { Bus } from '../bus/connection.ts'
import { until } from '../programs.ts'
import { clickMenuItem, findItem, type MenuItem, readMenu } from './menu.ts'
import { type IconAddress, startWatcher } from './watcher.ts'

export interface TrayIcon {
  readonly id: string
  readonly title: string
  readonly toolTip: string
  /** `Active`, `Passive` or `NeedsAttention`. */
  readonly status: string
  /** Tells one picture from another. */
  readonly picture: string
}

/** A panel without a picture: what a person sees and clicks of the tray. */
export interface Tray {
  /** How many icons there are. */
  count(): number
  /** Waits for the newest icon and describes it. */
  icon(): Promise<TrayIcon>
  /** Waits until its tool tip says so. */
  waitForToolTip(text: string | RegExp, timeoutMs?: number): Promise<TrayIcon>
  /** Its menu as it is now. */
  items(): Promise<readonly MenuItem[]>
  /** Clicks a menu item, given by its labels from the top; waits for it to be there and enabled. */
  click(...labels: (string | RegExp)[]): Promise<void>
  /** A left click on the icon itself. */
  activate(): Promise<void>
}

const ITEM = 'org.kde.StatusNotifierItem'

export async function startTray(bus: Bus): Promise<Tray> {
  const watcher = await startWatcher(bus)
  const newest = () => until('a tray icon', async () => watcher.icons().at(-1))
  const icon = async () => describeIcon(await readProperties(bus, await newest()))
  const menu = async () => {
    const address = await newest()
    return { ...address, path: String((await readProperties(bus, address)).get('Menu')) }
  }
  return {
    count: () => watcher.icons().length,
    icon,
    waitForToolTip: (text, timeoutMs = 5_000) =>
      until(
        `the tray to say ${text}`,
        async () => {
          const now = await icon()
          return (typeof text === 'string' ? now.toolTip.includes(text) : text.test(now.toolTip)) && now
        },
        { timeoutMs },
      ),
    items: async () => readMenu(bus, await menu()),
    click: async (...labels) => {
      const at = await menu()
      const item = await until(`the tray's menu to offer ${labels.join(' > ')}`, async () => {
        const found = findItem(await readMenu(bus, at), labels)
        return found?.enabled ? found : null
      })
      await clickMenuItem(bus, at, item)
    },
    activate: async () => {
      const address = await newest()
      await bus.call({ ...address, interface: ITEM, member: 'Activate', signature: 'ii', body: [0, 0] })
    },
  }
}

async function readProperties(bus: Bus, icon: IconAddress): Promise<ReadonlyMap<unknown, unknown>> {
  const call = { ...icon, interface: 'org.freedesktop.DBus.Properties', member: 'GetAll', signature: 's', body: [ITEM] }
  const [properties] = await bus.call(call)
  return properties instanceof Map ? properties : new Map()
}

/** `IconPixmap` is a list of (width, height, ARGB bytes), `ToolTip` is (icon name, pixmaps, title, text). */
function describeIcon(properties: ReadonlyMap<unknown, unknown>): TrayIcon {
  const hash = createHash('sha256').update(String(properties.get('IconName')))
  for (const pixmap of asList(properties.get('IconPixmap'))) {
    const [width, height, bytes] = asList(pixmap)
    hash.update(`${width}x${height}`)
    if (bytes instanceof Uint8Array) hash.update(bytes)
  }
  const [, , toolTipTitle, toolTipText] = asList(properties.get('ToolTip'))
  return {
    id: String(properties.get('Id')),
    title: String(properties.get('Title')),
    toolTip: [toolTipTitle, toolTipText].filter((text) => text).join('\n'),
    status: String(properties.get('Status')),
    picture: hash.digest('hex').slice(0, 12),
  }
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
