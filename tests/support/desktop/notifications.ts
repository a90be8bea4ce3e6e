import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BUS_DRIVER, type Bus, connectBus } from './bus/connection.ts'
import type { Message } from './bus/message.ts'
import { type Program, type Programs, until } from './programs.ts'
import type { Screen, ScreenWindow } from './screen.ts'

/** One notification as the desktop's daemon was asked to show it (Desktop Notifications Specification 1.2). */
export interface Notification {
  readonly id: number
  readonly from: string
  readonly title: string
  readonly body: string
  /** Labels by action key; `default` is a click on the notification itself. */
  readonly actions: ReadonlyMap<string, string>
  readonly at: number
  readonly open: boolean
}

export interface Notifications {
  /** Every one since the last `forget`, oldest first. */
  list(): readonly Notification[]
  /** Those of them that are still on the screen. */
  open(): readonly Notification[]
  /** Waits until one with this text in title or body has been shown. */
  waitFor(text: string | RegExp, timeoutMs?: number): Promise<Notification>
  /** Clicks an open notification with the mouse. */
  click(notification: Notification): Promise<void>
  /** Takes all open ones off the screen and forgets the rest. */
  forget(): Promise<void>
  /** The daemon ends, as on a desktop that has none. */
  goAway(): Promise<void>
  /** The daemon is there and does not answer any more. */
  hang(): Promise<void>
  /** It is there again, if it was away, and answers. */
  comeBack(): Promise<void>
  close(): void
}

const SERVICE = 'org.freedesktop.Notifications'
const DAEMON = { destination: SERVICE, path: '/org/freedesktop/Notifications', interface: 'org.dunstproject.cmd0' }

/** One line each, in the order they came and until clicked, so that a test knows where on the screen each one is. */
const CONFIGURATION = `[global]
    notification_limit = 20
    sort = no
    stack_duplicates = false
    follow = none
    origin = bottom-left
    width = 700
    height = 31
    format = "%s - %b"
    ignore_newline = yes
    ellipsize = end
    icon_position = off
    gap_size = 0
    mouse_left_click = do_action, close_current
    idle_threshold = 0
[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
[urgency_critical]
    timeout = 0
`

export async function startNotifications(
  programs: Programs,
  screen: Screen,
  bus: Bus,
  folder: string,
): Promise<Notifications> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'dunstrc')
  await writeFile(file, CONFIGURATION)
  const daemon = daemonOf(programs, bus, file)
  await daemon.comeBack()
  const witness = await connectBus(programs.env.DBUS_SESSION_BUS_ADDRESS ?? '')
  return watchNotifications(screen, bus, witness, daemon)
}

type Daemon = Pick<Notifications, 'goAway' | 'hang' | 'comeBack'>

function daemonOf(programs: Programs, bus: Bus, file: string): Daemon {
  let daemon: Program | null = null
  const isThere = async () => {
    const [owned] = await bus.call({ ...BUS_DRIVER, member: 'NameHasOwner', signature: 's', body: [SERVICE] })
    return owned === true
  }
  return {
    goAway: async () => {
      await daemon?.stop()
      daemon = null
      await until('the notification daemon to go', async () => !(await isThere()))
    },
    hang: async () => void daemon?.child.kill('SIGSTOP'),
    comeBack: async () => {
      daemon?.child.kill('SIGCONT')
      daemon ??= programs.start('dunst', ['-conf', file])
      await until('the notification daemon', isThere)
    },
  }
}

async function watchNotifications(screen: Screen, bus: Bus, witness: Bus, daemon: Daemon): Promise<Notifications> {
  const seen: Notification[] = []
  witness.listen(recorder(seen))
  const rules = [`interface='${SERVICE}'`, `type='method_return',sender='${SERVICE}'`]
  const monitoring = { ...BUS_DRIVER, interface: 'org.freedesktop.DBus.Monitoring', member: 'BecomeMonitor' }
  await witness.call({ ...monitoring, signature: 'asu', body: [rules, 0] })
  return {
    list: () => [...seen],
    open: () => seen.filter(({ open }) => open),
    waitFor: (text, timeoutMs = 5_000) =>
      until(`a notification with ${text}`, async () => seen.find((one) => matches(one, text)), { timeoutMs }),
    click: async (notification) => {
      const open = await until('the list to be that of the screen', async () => {
        const listed = seen.filter((one) => one.open)
        return listed.length === (await countShown(bus)) && listed
      })
      await screen.click(...placeOf(notification, open, await screen.windows()))
    },
    forget: async () => {
      await bus.call({ ...DAEMON, member: 'NotificationCloseAll' })
      await until('the notifications to go', async () => seen.every((one) => !one.open))
      seen.length = 0
    },
    goAway: async () => {
      await daemon.goAway()
      for (const { id } of seen.filter((one) => one.open)) close(seen, id)
    },
    hang: daemon.hang,
    comeBack: daemon.comeBack,
    close: () => witness.close(),
  }
}

async function countShown(bus: Bus): Promise<number> {
  const get = { ...DAEMON, interface: 'org.freedesktop.DBus.Properties', member: 'Get', signature: 'ss' }
  const [shown] = await bus.call({ ...get, body: [DAEMON.interface, 'displayedLength'] })
  return Number(shown)
}

/** All have the same height and stand below each other, the oldest on top. */
function placeOf(
  wanted: Notification,
  open: readonly Notification[],
  windows: readonly ScreenWindow[],
): [x: number, y: number] {
  const position = open.findIndex((one) => one.id === wanted.id)
  const window = windows.find((one) => one.title === 'Dunst')
  if (position < 0 || window === undefined) throw new Error(`not on the screen: ${wanted.title}`)
  return [window.x + window.width / 2, window.y + (window.height * (position + 0.5)) / open.length]
}

function matches(notification: Notification, text: string | RegExp): boolean {
  const all = `${notification.title}\n${notification.body}`
  return typeof text === 'string' ? all.includes(text) : text.test(all)
}

/** The daemon's answer to `Notify` brings the id, so a notification counts as shown when that answer passes. */
function recorder(seen: Notification[]): (message: Message) => void {
  const asked = new Map<string, Message>()
  return (message) => {
    if (message.kind === 'call' && message.member === 'Notify')
      asked.set(`${message.sender} ${message.serial}`, message)
    const question = asked.get(`${message.destination} ${message.replyTo}`)
    if (message.kind === 'return' && question !== undefined) show(seen, question, Number(message.body[0]))
    if (message.member === 'NotificationClosed') close(seen, Number(message.body[0]))
  }
}

function show(seen: Notification[], question: Message, id: number): void {
  const [from, , , title, body, actions] = question.body
  close(seen, id)
  seen.push({
    id,
    from: String(from),
    title: String(title),
    body: String(body),
    actions: pairs(Array.isArray(actions) ? actions.map(String) : []),
    at: Date.now(),
    open: true,
  })
}

function close(seen: Notification[], id: number): void {
  const index = seen.findIndex((one) => one.id === id && one.open)
  const one = seen[index]
  if (one !== undefined) seen[index] = { ...one, open: false }
}

function pairs(list: readonly string[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (let index = 0; index + 1 < list.length; index += 2) map.set(list[index] ?? '', list[index + 1] ?? '')
  return map
}
