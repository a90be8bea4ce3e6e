import { BUS_DRIVER, type Bus } from '../bus/connection.ts'
import type { Message } from '../bus/message.ts'
import { variant } from '../bus/write.ts'

/** Where a program has put its tray icon. */
export interface IconAddress {
  readonly destination: string
  readonly path: string
}

const WATCHER = 'org.kde.StatusNotifierWatcher'
const WATCHER_PATH = '/StatusNotifierWatcher'
const PROPERTIES = 'org.freedesktop.DBus.Properties'
const NOTHING = { signature: '', body: [] }

/** The half of a panel that programs register their tray icon with (StatusNotifierItem specification). */
export interface Watcher {
  /** Icons there are now, oldest first. */
  icons(): readonly IconAddress[]
}

export async function startWatcher(bus: Bus): Promise<Watcher> {
  const icons: IconAddress[] = []
  bus.answer((call) => {
    if (call.path !== WATCHER_PATH) return null
    if (call.interface === PROPERTIES) return answerProperty(call, icons)
    if (call.member === 'RegisterStatusNotifierItem') register(bus, icons, call)
    return call.member?.startsWith('RegisterStatusNotifier') ? NOTHING : null
  })
  bus.listen((message) => {
    if (message.member === 'NameOwnerChanged' && message.body[2] === '') unregister(bus, icons, String(message.body[0]))
  })
  const rule = `type='signal',sender='${BUS_DRIVER.destination}',member='NameOwnerChanged'`
  await bus.call({ ...BUS_DRIVER, member: 'AddMatch', signature: 's', body: [rule] })
  for (const name of [WATCHER, `org.kde.StatusNotifierHost-${process.pid}`])
    await bus.call({ ...BUS_DRIVER, member: 'RequestName', signature: 'su', body: [name, 4] })
  return { icons: () => [...icons] }
}

/** A program gives either the bus name of its icon or, as Ayatana does, only a path on its own connection. */
function register(bus: Bus, icons: IconAddress[], call: Message): void {
  const given = String(call.body[0])
  const address = given.startsWith('/')
    ? { destination: call.sender ?? '', path: given }
    : { destination: given, path: '/StatusNotifierItem' }
  icons.push(address)
  announce(bus, 'StatusNotifierItemRegistered', address)
}

function unregister(bus: Bus, icons: IconAddress[], name: string): void {
  for (const gone of icons.filter((icon) => icon.destination === name)) {
    icons.splice(icons.indexOf(gone), 1)
    announce(bus, 'StatusNotifierItemUnregistered', gone)
  }
}

function announce(bus: Bus, member: string, icon: IconAddress): void {
  bus.signal({ path: WATCHER_PATH, interface: WATCHER, member, signature: 's', body: [icon.destination + icon.path] })
}

function answerProperty(call: Message, icons: readonly IconAddress[]): { signature: string; body: unknown[] } | null {
  const properties = new Map([
    [
      'RegisteredStatusNotifierItems',
      variant(
        'as',
        icons.map((icon) => icon.destination + icon.path),
      ),
    ],
    ['IsStatusNotifierHostRegistered', variant('b', true)],
    ['ProtocolVersion', variant('i', 0)],
  ])
  if (call.member === 'GetAll') return { signature: 'a{sv}', body: [properties] }
  const one = properties.get(String(call.body[1]))
  return call.member === 'Get' && one !== undefined ? { signature: 'v', body: [one] } : null
}
