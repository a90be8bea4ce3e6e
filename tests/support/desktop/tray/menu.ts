import type { Bus } from '../bus/connection.ts'
import { variant } from '../bus/write.ts'
import type { IconAddress } from './watcher.ts'

export interface MenuItem {
  readonly id: number
  readonly label: string
  readonly enabled: boolean
  readonly visible: boolean
  readonly separator: boolean
  /** Null for items that are not ticked or unticked. */
  readonly checked: boolean | null
  readonly items: readonly MenuItem[]
}

const MENU = 'com.canonical.dbusmenu'

/** Reads a whole menu as a panel does before it shows it (com.canonical.dbusmenu, `GetLayout`). */
export async function readMenu(bus: Bus, menu: IconAddress): Promise<readonly MenuItem[]> {
  const call = { ...menu, interface: MENU, member: 'GetLayout', signature: 'iias', body: [0, -1, []] }
  const [, root] = await bus.call(call)
  return toItem(root).items
}

export async function clickMenuItem(bus: Bus, menu: IconAddress, item: MenuItem): Promise<void> {
  const seconds = Math.floor(Date.now() / 1000)
  const body = [item.id, 'clicked', variant('i', 0), seconds]
  await bus.call({ ...menu, interface: MENU, member: 'Event', signature: 'isvu', body })
}

/** Finds an item by its labels from the top, such as `['Agent state', 'Idle']`. */
export function findItem(items: readonly MenuItem[], labels: readonly (string | RegExp)[]): MenuItem | null {
  const [wanted, ...below] = labels
  const found = items.find((item) => item.visible && wanted !== undefined && isLabel(item.label, wanted))
  if (found === undefined) return null
  return below.length === 0 ? found : findItem(found.items, below)
}

function isLabel(label: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? label === wanted : wanted.test(label)
}

function toItem(layout: unknown): MenuItem {
  const [id, properties, children] = Array.isArray(layout) ? layout : []
  const given: ReadonlyMap<unknown, unknown> = properties instanceof Map ? properties : new Map()
  return {
    id: Number(id),
    // A single underscore marks the access key, a double one stands for itself.
    label: String(given.get('label') ?? '').replace(/_(.)/g, '$1'),
    enabled: given.get('enabled') !== false,
    visible: given.get('visible') !== false,
    separator: given.get('type') === 'separator',
    checked: given.has('toggle-type') && given.get('toggle-type') !== '' ? given.get('toggle-state') === 1 : null,
    items: (Array.isArray(children) ? children : []).map(toItem),
  }
}
