import type { Settings, Time, WindowKind } from '#contract'
import type { AgentDay } from './agent/day/keep-day.ts'
import { createNotices, type Notices } from './agent/notices.ts'
import type { AgentPart } from './agent/session.ts'
import { createAgentOfSite, createDayOfSite } from './agent-of-site.ts'
import type { Publish } from './bridge/publisher.ts'
import type { CallsPart } from './calls/calls.ts'
import type { HistoryPart } from './calls/history/history.ts'
import type { ChatFilesGround } from './chat-files-of-site.ts'
import type { ChatsPart } from './chats/chats.ts'
import { type ChatsGround, type ChatsOfSite, createChatsOfSite } from './chats-of-site.ts'
import type { DirectoryPart } from './directory/directory.ts'
import { createDirectoryOfSite, type DirectoryGround } from './directory-of-site.ts'
import type { DoorsPart } from './doors/doors.ts'
import { createDoorsOfSite, type DoorsGround } from './doors-of-site.ts'
import { gatewayListeners } from './gateway-listeners.ts'
import { createGatewayOfSite, type GatewayOfSite } from './gateway-of-site.ts'
import { createHearing, type Hearing } from './hearing.ts'
import { createHistoryOfSite, type HistoryGround } from './history-of-site.ts'
import type { LinePart } from './line/line.ts'
import type { Log } from './log/log.ts'
import type { PicturePart } from './picture/picture.ts'
import type { ScreenSources } from './picture/screens.ts'
import { createPictureOfSite } from './picture-of-site.ts'
import type { PopPart } from './pop/create-pop.ts'
import { createPopOfSite, type PopGround } from './pop-of-site.ts'
import type { Days } from './profile/days.ts'
import type { Kept } from './profile/kept-record.ts'
import type { Memory } from './profile/memory.ts'
import type { DayMessages } from './profile/messages.ts'
import type { Profiles } from './profile/profiles.ts'
import { createSite, type Site } from './site.ts'
import type { TeamPart } from './team/team.ts'
import { createTeamOfSite } from './team-of-site.ts'
import type { Vault } from './vault/vault.ts'
import { createVoiceOfSite } from './voice-of-site.ts'

export interface Given {
  readonly profiles: Profiles
  readonly settings: Kept<Settings>
  readonly memory: Kept<Memory>
  readonly days: Kept<Days>
  readonly messages: Kept<DayMessages>
  readonly vault: Vault
  readonly directoryGround: DirectoryGround
  readonly doorsGround: DoorsGround
  readonly historyGround: HistoryGround
  readonly chatsGround: ChatsGround
  readonly chatFilesGround: ChatFilesGround
  readonly popGround: PopGround
  readonly screens: ScreenSources
  readonly log: Log
  readonly tell: { readonly [W in WindowKind]: Publish<W> }
  /** For what is not a window (tray, alerts, power): agent or calls are other than they were. */
  readonly onChange: () => void
  /** The ring was wanted, and sounds or could not. */
  readonly onRing: (sounded: boolean) => void
  /** Whether this SIP server's certificate was refused when it was last looked at. */
  readonly isUntrusted: (server: string) => boolean
  /** At the start, and when another one is imported. */
  readonly onProfile: () => void
  readonly now: () => Time
}

export interface Parts extends ChatsOfSite {
  readonly agent: AgentPart
  readonly calls: CallsPart
  readonly day: AgentDay
  readonly directory: DirectoryPart
  readonly doors: DoorsPart
  readonly history: HistoryPart
  readonly line: LinePart
  readonly notices: Notices
  readonly picture: PicturePart
  readonly pop: PopPart
  readonly site: Site
  readonly team: TeamPart
  readonly gateway: GatewayOfSite
  /** The settings' meter: warm and heard although no call is up. */
  tryMicrophone(on: boolean): void
  settingsChanged(): void
  phoneWindowGone(): void
  /** Another profile has been imported. */
  profileChanged(): void
  /** Settings and profile take effect. The key store is asked after the desk is painted: its answer may hold up main. */
  begin(deskPainted: Promise<void>): void
  /** Signs out and waits until the line is unregistered. */
  leave(): Promise<void>
}

/** Makes the parts and introduces them: what one of them tells, and which of the others hear it. */
export function createParts(given: Given): Parts {
  const { tell, now } = given
  const notices = createNotices((all) => tell.desk('notices.changed', all), now)
  const site = createSite(given, notices)
  // Each needs others that are made after it, hence the asking.
  const made = (): Made => ({
    agent,
    day,
    directory,
    doors,
    calls,
    history,
    line,
    picture,
    pop,
    team,
    ...conversations,
  })
  const gateway = createGatewayOfSite(given, gatewayListeners(made, notices), () => made().chats)
  const hears = createHearing(given, made)
  const { line, calls } = createVoiceOfSite(given, gateway, hears)
  const picture = createPictureOfSite(given, made)
  const pop = createPopOfSite(given, made)
  const day = createDayOfSite(given)
  const directory = createDirectoryOfSite(given, gateway, notices)
  const doors = createDoorsOfSite(given, made, hears.acts.settingsChanged)
  const history = createHistoryOfSite(given, notices, () => calls)
  const conversations = createChatsOfSite(given, gateway, () => line, hears.chats, notices)
  const team = createTeamOfSite(given, { gateway, notices, calls: () => calls })
  const agent = createAgentOfSite(given, {
    ...{ gateway: gateway.agent, site, line, settingsChanged: hears.acts.settingsChanged },
    onChange: hears.agent,
    notices,
  })
  const all = { ...made(), notices, site, gateway }
  return { ...all, ...hears.acts, ...beginnings(given, { ...all, hears }) }
}

export type Made = Pick<
  Parts,
  'agent' | 'day' | 'directory' | 'doors' | 'calls' | 'history' | 'line' | 'picture' | 'pop' | 'team'
> &
  ChatsOfSite

interface Beginning {
  readonly agent: AgentPart
  readonly chats: ChatsPart
  readonly doors: DoorsPart
  readonly history: HistoryPart
  readonly line: LinePart
  readonly pop: PopPart
  readonly site: Site
  readonly hears: Hearing
}

/** How a day begins and ends, and another site begins. */
function beginnings(given: Given, { agent, chats, doors, history, line, pop, site, hears }: Beginning) {
  const profileChanged = () => {
    given.onProfile()
    site.changed()
    history.siteChanged()
    chats.siteChanged()
    pop.siteChanged()
  }
  return {
    profileChanged,
    begin: (deskPainted: Promise<void>) => {
      hears.acts.settingsChanged()
      profileChanged()
      void deskPainted.then(site.askVault)
      void deskPainted.then(history.open)
      void deskPainted.then(chats.open)
      void deskPainted.then(doors.siteChanged)
    },
    leave: async () => {
      if (agent.current().status !== 'signed-out') await agent.requests['agent.signOut']({ force: true })
      if (line.current().registration.status !== 'off') await hears.lineOff()
      await history.close()
      await chats.close()
    },
  }
}
