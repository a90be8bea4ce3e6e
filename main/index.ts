import { dirname, join } from 'node:path'
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  protocol,
  type Session,
  safeStorage,
  shell,
  webContents,
} from 'electron'
import { actsOf } from './acts-of.ts'
import { publisher } from './bridge/publisher.ts'
import { type KnownPage, type KnownWindow, serveRequests } from './bridge/serve-requests.ts'
import { tellOfDamage } from './damage.ts'
import { createDesktop, type DesktopPart } from './desktop/desktop.ts'
import { openLinks } from './desktop/links.ts'
import { isOnlyInstance } from './desktop/only-instance.ts'
import { openLink } from './desktop/open-link.ts'
import { giveScreens, openScreens } from './desktop/screens.ts'
import type { SiteTrust } from './desktop/site-certificates.ts'
import { offerSpelling, openSpelling } from './desktop/spelling/open-spelling.ts'
import { openStores } from './desktop/stores/stores.ts'
import { guardContents } from './desktop/windows/guards.ts'
import { createMailPages } from './desktop/windows/mail-pages.ts'
import { mediaScheme, serveMedia } from './desktop/windows/media-scheme/media-scheme.ts'
import { pageScheme } from './desktop/windows/pages.ts'
import { openSessions } from './desktop/windows/sessions.ts'
import { linkAmong } from './doors/links/link.ts'
import { groundsOf } from './grounds-of.ts'
import { explain } from './log/explain.ts'
import { openLog } from './log/log.ts'
import { createParts, type Parts } from './parts.ts'
import { screenSources } from './picture/screens.ts'
import { createViews } from './pop/views/create-views.ts'
import type { Profile } from './profile/profile.ts'
import { openProfiles } from './profile/profiles.ts'
import { keepRecords } from './profile/records.ts'
import { requestsOf } from './requests.ts'
import { openVault } from './vault/vault.ts'
import { viewsOfDesktop } from './views-of-desktop.ts'

const screens = screenSources(openScreens(() => BrowserWindow.getAllWindows()))

/** Where the build has put the windows' side, beside this file. */
const built = join(import.meta.dirname, '..')

protocol.registerSchemesAsPrivileged([pageScheme, mediaScheme])
app.setAppUserModelId('com.earshot.desktop')
/** The customer's pages: which may ask for something, and the sessions in which nothing is a window of ours. */
const pages = { asking: new Map<number, KnownPage>(), sessions: new WeakSet<Session>() }
guardContents(app, (session) => pages.sessions.has(session))

let second: (argv: readonly string[]) => void = () => undefined
const links = openLinks({ app, argv: process.argv, linkAmong })
if (isOnlyInstance(app, (argv) => second(argv))) void app.whenReady().then(start).catch(giveUp)
else app.exit(0)

/** Half an app would look like a whole one that never rings. */
function giveUp(error: unknown): void {
  dialog.showErrorBox('Earshot', explain(error))
  app.exit(1)
}

/** What is read from the disk before any window is made. */
function openGround() {
  const userData = app.getPath('userData')
  const log = openLog({ folder: join(userData, 'logs') })
  const stores = openStores({ ipcMain, userData, log })
  // An AppImage runs from a mount of its own; beside the installed app is beside its file.
  const beside = [dirname(process.env.APPIMAGE ?? app.getPath('exe')), process.resourcesPath]
  const workingFolder = process.cwd()
  return {
    log,
    stores,
    mail: createMailPages(),
    profiles: openProfiles({ argv: process.argv, workingFolder, userData, beside, log }),
    ...keepRecords(stores, log),
    vault: openVault({ safeStorage, store: stores.secrets, platform: process.platform, log }),
  }
}

type Ground = ReturnType<typeof openGround>

function start(): void {
  const ground = openGround()
  const { log, settings, memory } = ground
  const sessions = openSessions(join(built, 'renderer'), ground.mail)
  openSpelling(sessions.desk, join(import.meta.dirname, 'en-US.bdic'), log)
  const phoneSession = () => giveScreens(sessions.phone(trustOf(ground.profiles.current().profile)), screens)
  const known = new Map<number, KnownWindow>()
  const showInDesk = (chatId: string) => tell.desk('chats.show', chatId)
  const acts = actsOf(() => ({ ...parts, openDesk: desktop.windows.desk.front, showInDesk }))
  const desktop: DesktopPart = createDesktop({
    log,
    sessions: { desk: sessions.desk, phone: phoneSession() },
    preloads: join(built, 'preload'),
    settings: settings.current,
    remembered: memory.current(),
    onMoved: memory.change,
    onWindow: (id, window) => known.set(id, window),
    onPhoneGone: () => {
      parts.phoneWindowGone()
      parts.notices.add({ kind: 'phone-window-restarted' })
    },
    acts,
    now: () => ({ agent: parts.agent.current(), calls: parts.calls.current(), chats: parts.chats.current() }),
    onChange: (now) => tell.desk('desktop.changed', now),
    onAwake: () => parts.gateway.checkNow(),
    beforeExit: () => parts.leave(),
  })
  const tell = tellWindows(() => desktop)
  const parts = createParts({
    ...ground,
    ...groundsIn(ground, () => ({ desktop, parts })),
    screens,
    tell,
    onChange: desktop.update,
    onRing: ringHeard(log, () => desktop),
    isUntrusted: sessions.isUntrusted,
    onProfile: () => desktop.windows.usePhoneSession(phoneSession()),
    now: Date.now,
  })
  sessions.desk.protocol.handle(mediaScheme.scheme, (request) => serveMedia(request, parts.chatFiles.find))
  openDoor(ground, parts, { ...desktop, showChat: acts.showChat }, known)
  begin(ground, parts, desktop)
}

function groundsIn(ground: Ground, made: () => { readonly desktop: DesktopPart; readonly parts: Parts }) {
  const electron = { app, clipboard, dialog, shell, webContents }
  const desktop = () => made().desktop
  const makeViews = createViews(
    viewsOfDesktop({
      ...{ ...electron, ...pages, desktop, log: ground.log },
      preload: join(built, 'preload', 'pop.cjs'),
      onWindowClosed: () => made().parts.pop.requests['pop.place']({ place: 'desk' }),
    }),
  )
  return groundsOf({ ...electron, ...ground, desktop, makeViews })
}

function begin(ground: Ground, parts: Parts, desktop: DesktopPart): void {
  hearStarts(parts, desktop)
  offerSpelling(desktop.windows.desk.window, () => desktop.current().language)
  parts.begin(desktop.windows.deskPainted)
  desktop.settingsChanged()
  tellOfDamage(ground, parts.notices)
}

function ringHeard(log: Ground['log'], desktop: () => DesktopPart) {
  return (sounded: boolean) => {
    desktop().alerts.tried('ring', sounded)
    log.info('ring', { sounded, at: preciseNow() })
  }
}

function hearStarts({ doors }: Parts, desktop: DesktopPart): void {
  second = (argv) => {
    if (!links.second(argv)) desktop.windows.desk.front()
  }
  links.hear(doors.link)
}

function tellWindows(desktop: () => DesktopPart) {
  return {
    desk: publisher<'desk'>(() => desktop().windows.desk.window.webContents),
    phone: publisher<'phone'>(() => desktop().windows.phone().webContents),
    alert: publisher<'alert'>(() => desktop().windows.alert.window.webContents),
    pages: publisher<'pages'>(() => desktop().windows.pages.current()?.webContents ?? null),
  }
}

/** A site's own authority counts for its SIP hosts, in the phone window's session, and nowhere else. */
function trustOf(profile: Profile | null): SiteTrust | null {
  return profile?.sip.ca === undefined ? null : { servers: profile.sip.servers, ca: profile.sip.ca }
}

interface Shown extends DesktopPart {
  readonly showChat: (chatId: string) => void
}

function openDoor(ground: Ground, parts: Parts, desktop: Shown, known: ReadonlyMap<number, KnownWindow>): void {
  const { log, settings, profiles } = ground
  const painted = (window: 'desk' | 'alert', callId: string) => {
    if (window === 'alert') desktop.alerts.painted()
    log.info('painted', { window, callId, at: preciseNow() })
  }
  const handlers = requestsOf({
    parts,
    settings,
    profiles,
    desktop: {
      requests: {
        'desktop.tryHotkey': ({ name }) => desktop.hotkeys.tryOut(name),
        'desktop.painted': ({ callId }) => painted('desk', callId),
        'desktop.quit': ({ confirmed }) => desktop.quit.answer(confirmed),
        'desktop.windowSize': ({ height }) => desktop.windows.desk.setBarHeight(height),
        'desktop.openLink': ({ url }) => openLink(url, shell, log),
        'desktop.mailPage': ground.mail.keep,
      },
      current: desktop.current,
      chooseProfile: () => chooseProfile(desktop),
      settingsChanged: desktop.settingsChanged,
      openDesk: desktop.windows.desk.front,
      showChat: desktop.showChat,
      painted,
    },
  })
  const onUnexpected = (where: string) => parts.notices.add({ kind: 'something-went-wrong', where })
  serveRequests({
    ...{ ipcMain, handlers, log, onUnexpected },
    windowOf: (id) => known.get(id),
    pageOf: (id) => pages.asking.get(id),
  })
}

async function chooseProfile(desktop: DesktopPart): Promise<string | null> {
  const filters = [{ name: 'JSON', extensions: ['json'] }]
  const chosen = await dialog.showOpenDialog(desktop.windows.desk.window, { properties: ['openFile'], filters })
  return chosen.filePaths[0] ?? null
}

/** Epoch milliseconds with their fractions, for the benchmarks that read the log. */
function preciseNow(): number {
  return performance.timeOrigin + performance.now()
}
