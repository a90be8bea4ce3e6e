import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bus, connectBus } from './bus/connection.ts'
import { startBus } from './bus/daemon.ts'
import { type DisplaySize, startDisplay, startWindowManager } from './display.ts'
import { homeEnvironment, neutralEnvironment } from './environment.ts'
import { type Keyring, type KeyringState, startKeyring } from './keyring.ts'
import { type Notifications, startNotifications } from './notifications.ts'
import { type OtherProgram, openOtherProgram, takeKeys } from './other-program.ts'
import { openPrograms, type Program, type Programs } from './programs.ts'
import { openScreen, type Screen } from './screen.ts'
import { selectText } from './selected-text.ts'
import { type Sound, startSound } from './sound.ts'
import { startTray, type Tray } from './tray/tray.ts'

export interface DesktopOptions {
  readonly size?: DisplaySize
  /** What the key store is like at first; default unlocked. */
  readonly keyring?: KeyringState
}

/** One person's desktop: a screen, a window manager, a panel's tray, notifications, a key store and sound. */
export interface Desktop extends Screen {
  readonly folder: string
  readonly tray: Tray
  readonly notifications: Notifications
  readonly keyring: Keyring
  readonly sound: Sound
  /** Whatever else is to run on it, until it is tidied. */
  readonly programs: Programs
  /** Opens a terminal in front, with the focus. */
  openOtherProgram(): Promise<OtherProgram>
  /** Somewhere else a text is shown and selected. */
  select(text: string): Promise<void>
  /** Another program takes keys such as `ctrl+alt+a` for itself. */
  takeKeys(keys: string): Promise<Program>
  /** The environment of a program on this desktop, with a fresh home as of a person who never used it. */
  freshEnvironment(): Promise<NodeJS.ProcessEnv>
  /** As it was at first: an empty, unlocked key store, nothing on the screen, the microphone plugged in, nobody speaking. */
  tidy(): Promise<void>
  stop(): Promise<void>
}

export async function startDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-desktop-'))
  const programs = openPrograms({ ...neutralEnvironment(), ...(await homeEnvironment(folder)) })
  const guests = openPrograms(programs.env)
  const open: { close(): void }[] = []
  const stop = async () => {
    for (const one of open.splice(0)) one.close()
    await guests.stop()
    await programs.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const bus = await startSession(programs, folder, options.size ?? { width: 1600, height: 1000 })
    open.push(bus)
    const parts = await startParts({ programs, guests, bus, folder }, options.keyring ?? 'unlocked')
    open.push(parts.notifications)
    return {
      folder,
      ...parts,
      programs: guests,
      openOtherProgram: () => openOtherProgram(guests, parts),
      select: (text) => selectText(guests, parts, text),
      takeKeys: (keys) => takeKeys(guests, parts, keys),
      freshEnvironment: async () => ({ ...programs.env, ...(await homeEnvironment(folder)) }),
      tidy: () => tidy(parts, guests),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startSession(programs: Programs, folder: string, size: DisplaySize): Promise<Bus> {
  const [display, address] = await Promise.all([startDisplay(programs, size), startBus(programs, folder)])
  Object.assign(programs.env, { DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: address })
  return connectBus(address)
}

interface Ground {
  readonly programs: Programs
  readonly guests: Programs
  readonly bus: Bus
  readonly folder: string
}

type Parts = Screen & Pick<Desktop, 'notifications' | 'keyring' | 'tray' | 'sound'>

async function startParts({ programs, guests, bus, folder }: Ground, first: KeyringState): Promise<Parts> {
  const screen = openScreen(programs)
  const [, notifications, keyring, tray, sound] = await Promise.all([
    startWindowManager(programs),
    startNotifications(programs, screen, bus, folder),
    startKeyring(programs, bus, folder, first),
    startTray(bus),
    startSound(programs, guests, folder),
  ])
  return { ...screen, notifications, keyring, tray, sound }
}

async function tidy(parts: Parts, guests: Programs): Promise<void> {
  await guests.stop()
  await parts.notifications.comeBack()
  await parts.notifications.forget()
  await parts.keyring.replace('unlocked')
  await parts.sound.plugMicrophone()
}
