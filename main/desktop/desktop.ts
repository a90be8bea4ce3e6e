import {
  app,
  globalShortcut,
  Notification,
  type NotificationConstructorOptions,
  powerMonitor,
  powerSaveBlocker,
} from 'electron'
import type { Agent, Calls, Chats, Desktop } from '#contract'
import { explain } from '../log/explain.ts'
import type { Log } from '../log/log.ts'
import { type Acts, actByHotkey, actByTray } from './acts.ts'
import { hasButtons, hearActivations } from './alerts/activation.ts'
import { type Alerts, createAlerts } from './alerts/alerts.ts'
import { showBadge } from './alerts/badge.ts'
import { createMessageAlerts, type MessageAlerts } from './alerts/message-alerts.ts'
import { daemonAnswers } from './alerts/notification-daemon.ts'
import { createNotifier } from './alerts/notifier.ts'
import { createHotkeys, type Hotkeys } from './hotkeys.ts'
import { type Power, watchPower } from './power.ts'
import { createQuit, type Quit } from './quit.ts'
import { makeTray, type TrayIcon } from './tray/tray.ts'
import { hasTrayHost } from './tray/tray-host.ts'
import type { TrayAction } from './tray/tray-menu.ts'
import { makeWindows, type Windows, type WindowsParts } from './windows/windows.ts'
import { languageOf, type Words, wordsIn } from './words/words.ts'

export interface DesktopParts extends Omit<WindowsParts, 'onFront' | 'isQuitting'> {
  readonly acts: Acts
  readonly now: () => { readonly agent: Agent; readonly calls: Calls; readonly chats: Chats }
  readonly onChange: (desktop: Desktop) => void
  /** The machine has woken up. */
  readonly onAwake: () => void
  /** Signs out and unregisters. */
  readonly beforeExit: () => Promise<void>
}

export interface DesktopPart {
  readonly windows: Windows
  readonly hotkeys: Hotkeys
  readonly alerts: Alerts
  readonly quit: Quit
  current(): Desktop
  /** Agent or calls are other than they were. */
  update(): void
  settingsChanged(): void
}

/** Everything of Earshot that is not inside a window: tray, alerts, hotkeys, power, and the windows themselves. */
export function createDesktop(parts: DesktopParts): DesktopPart {
  const { log, acts, now } = parts
  let askingToQuit = false
  const language = () => languageOf(parts.settings().language, app.getPreferredSystemLanguages())
  const words = () => wordsIn(language())
  const current = (): Desktop => ({
    ...hotkeys.state(),
    failedAlerts: alerts.failed(),
    askingToQuit,
    language: language(),
    version: app.getVersion(),
  })
  const changed = () => parts.onChange(current())
  const askInDesk = (asking: boolean) => {
    askingToQuit = asking
    if (asking) windows.desk.front()
    changed()
  }
  const quit = createQuit({ ...parts, app, callIsUp: () => isBusy(now()), askInDesk })
  const windows: Windows = makeWindows({ ...parts, isQuitting: quit.isQuitting, onFront: () => update() })
  const alerts = alertsOf(parts, windows, words, changed)
  const messages = messagesOf(parts, words)
  const hotkeys = hotkeysOf(parts, changed)
  let tray: TrayIcon | null = null
  void windows.deskPainted.then(() => {
    tray = trayOf(log, alerts, (action) => actByTray(action, acts, { open: windows.desk.front, quit: quit.request }))
    update()
  })
  const power = powerOf(parts, quit)

  function update(): void {
    const { agent, calls, chats } = now()
    const seen = { chats: chats.list, deskInFront: windows.desk.isInFront() }
    quit.callsChanged()
    alerts.update({ ...seen, calls })
    messages.update({ ...seen, inCall: calls.list.some(({ phase }) => phase.name === 'talking') })
    tray?.update({ agent, calls, chats: chats.list }, words())
    power.keepAwake(agent.status === 'signed-in')
  }
  function settingsChanged(): void {
    const { hotkeys: wanted, barMode } = parts.settings()
    hotkeys.apply(wanted)
    windows.desk.setBarMode(barMode)
    update()
    changed()
  }
  return { windows, hotkeys, alerts, quit, current, update, settingsChanged }
}

function isBusy({ calls, chats }: { readonly calls: Calls; readonly chats: Chats }): boolean {
  return isCallUp(calls) || chats.list.some(({ phase }) => phase.name === 'open')
}

function isCallUp({ list }: Calls): boolean {
  return list.some(({ phase }) => phase.name !== 'ended' && phase.name !== 'arriving')
}

const notifications = {
  make: (options: NotificationConstructorOptions) => new Notification(options),
  isSupported: () => Notification.isSupported(),
  answers: () => daemonAnswers(process.platform),
}

function messagesOf({ acts, settings, log }: DesktopParts, words: () => Words): MessageAlerts {
  const { showChat, soundMessage } = acts
  return createMessageAlerts({
    ...notifications,
    words,
    wanted: () => settings().chat,
    sound: soundMessage,
    showChat,
    log,
  })
}

function alertsOf({ log, acts }: DesktopParts, windows: Windows, words: () => Words, changed: () => void): Alerts {
  hearActivations(Notification, windows.desk.front)
  return createAlerts({
    alertWindow: windows.alert,
    notifier: createNotifier({
      ...notifications,
      buttons: hasButtons(process.platform, Notification),
      words,
      openCall: windows.desk.front,
      answer: acts.answer,
      decline: acts.decline,
      showChat: acts.showChat,
      answerChat: acts.answerChat,
      declineChat: acts.declineChat,
    }),
    flash: (on) => windows.desk.window.flashFrame(on),
    badge: (count) => showBadge(app, windows.desk.window, count, words()),
    onFailed: changed,
    log,
  })
}

function hotkeysOf({ acts, now, log }: DesktopParts, changed: () => void): Hotkeys {
  return createHotkeys({
    globalShortcut,
    act: (name) => actByHotkey(name, now().calls, acts, now().chats.list),
    onChange: changed,
    log,
    now: () => performance.now(),
  })
}

/** A desktop without a tray is told in the desk; everything else goes on. */
function trayOf(log: Log, alerts: Alerts, act: (action: TrayAction) => void): TrayIcon | null {
  void hasTrayHost(process.platform).then((shown) => alerts.tried('tray', shown))
  try {
    return makeTray(process.platform, act)
  } catch (error) {
    log.error('there is no tray', { error: explain(error) })
    alerts.tried('tray', false)
    return null
  }
}

function powerOf({ onAwake }: DesktopParts, quit: Quit): Power {
  const nothing = () => undefined
  return watchPower({
    powerMonitor,
    powerSaveBlocker,
    listeners: {
      suspend: nothing,
      resume: onAwake,
      lock: nothing,
      unlock: onAwake,
      shutdown: quit.leave,
    },
  })
}
