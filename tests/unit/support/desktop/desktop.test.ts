import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Bus, connectBus } from '../../../support/desktop/bus/connection.ts'
import { type Desktop, startDesktop } from '../../../support/desktop/desktop.ts'
import { OTHER_PROGRAM } from '../../../support/desktop/other-program.ts'

/** The desktop is made of X, D-Bus and Debian's programs. */
const onLinux = test.runIf(process.platform === 'linux')

let desktop: Desktop
let program: Bus

beforeAll(async () => {
  desktop = await startDesktop()
  program = await connectBus(desktop.programs.env.DBUS_SESSION_BUS_ADDRESS ?? '')
})

afterAll(async () => {
  program.close()
  await desktop.stop()
  expect(existsSync(desktop.folder)).toBe(false)
})

beforeEach(() => desktop.notifications.forget())

onLinux('gives the focus to another program and passes real key presses to it', async () => {
  const terminal = await desktop.openOtherProgram()
  await desktop.pressKey('a')

  expect((await desktop.focusedWindow())?.title).toBe(OTHER_PROGRAM)
  expect((await desktop.windows()).map((window) => window.title)).toContain(OTHER_PROGRAM)
  await expect.poll(terminal.typed).toBe('a')
  expect(terminal.focusLosses()).toBe(0)

  const another = await desktop.openOtherProgram()
  await expect.poll(terminal.focusLosses).toBe(1)
  await another.stop()
  await terminal.stop()
})

onLinux('lets another program take keys, which then reach nobody else', async () => {
  const terminal = await desktop.openOtherProgram()
  const taker = await desktop.takeKeys('ctrl+alt+a')
  const before = terminal.typed()
  await desktop.pressKey('ctrl+alt+a')
  await desktop.pressKey('b')

  await expect.poll(terminal.typed).toBe(`${before}b`)
  expect(terminal.focusLosses()).toBe(0)
  await taker.stop()
  await terminal.stop()
})

onLinux('can be without a notification daemon', async () => {
  await notify(program, 'Shown')
  await desktop.notifications.waitFor('Shown')
  await desktop.notifications.goAway()

  await expect(notify(program, 'Lost')).rejects.toThrow('ServiceUnknown')
  expect(desktop.notifications.list().every(({ open }) => !open)).toBe(true)

  await desktop.notifications.comeBack()
  await notify(program, 'Back')
  await desktop.notifications.waitFor('Back')
})

onLinux('takes a picture of its whole screen', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'screen-'))
  await desktop.screenshot(join(folder, 'screen.png'))

  const picture = await readFile(join(folder, 'screen.png'))
  expect(picture.toString('latin1', 1, 4)).toBe('PNG')
  expect(picture.readUInt32BE(16)).toBe(1600)
  await rm(folder, { recursive: true })
})

onLinux('shows notifications, and tells the program which one was clicked', async () => {
  const heard: unknown[] = []
  program.listen((message) => {
    if (message.member === 'ActionInvoked') heard.push(message.body[0])
  })
  const first = await notify(program, 'First')
  await notify(program, 'Second')

  await desktop.notifications.click(await desktop.notifications.waitFor('First'))

  await expect.poll(() => heard).toEqual([first])
  await expect
    .poll(() => desktop.notifications.list().map(({ title, open }) => [title, open]))
    .toEqual([
      ['First', false],
      ['Second', true],
    ])
})

onLinux('has a key store that is open, locked, missing or another one, as a test asks', async () => {
  for (const state of ['locked', 'missing', 'unlocked'] as const) {
    await desktop.keyring.replace(state)
    expect(desktop.keyring.state()).toBe(state)
  }
  await desktop.keyring.lock()
  await desktop.keyring.unlock()

  expect(await desktop.keyring.labels()).toEqual([])
})

onLinux('carries what is spoken into the microphone, until it is unplugged', async () => {
  const { run } = desktop.programs
  const sources = () => run('pactl', ['--server', desktop.sound.env.PULSE_SERVER ?? '', 'list', 'short', 'sources'])
  expect(await sources()).toContain('\tmicrophone\t')

  await desktop.sound.unplugMicrophone()
  expect(await sources()).not.toContain('\tmicrophone\t')

  await desktop.sound.plugMicrophone()
  expect(await sources()).toContain('\tmicrophone\t')
})

async function notify(program: Bus, title: string): Promise<number> {
  const name = 'org.freedesktop.Notifications'
  const [id] = await program.call({
    destination: name,
    path: '/org/freedesktop/Notifications',
    interface: name,
    member: 'Notify',
    signature: 'susssasa{sv}i',
    body: ['test', 0, '', title, 'two\nlines', ['default', 'View'], new Map(), -1],
  })
  return Number(id)
}
