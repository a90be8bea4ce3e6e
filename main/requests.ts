import type { DeskState, Desktop, DesktopRequests, ImportResult, Pop, PopRoom, Settings } from '#contract'
import type { Handlers } from './bridge/serve-requests.ts'
import type { Parts } from './parts.ts'
import type { Kept } from './profile/kept-record.ts'
import type { Profiles } from './profile/profiles.ts'

export interface RequestParts {
  readonly parts: Parts
  readonly settings: Kept<Settings>
  readonly profiles: Profiles
  readonly desktop: {
    readonly requests: DesktopRequests
    current(): Desktop
    chooseProfile(): Promise<string | null>
    settingsChanged(): void
    openDesk(): void
    showChat(chatId: string): void
    painted(window: 'desk' | 'alert', callId: string): void
  }
}

/** What main answers to each kind of window, by name; the door has checked sender and shape. */
export function requestsOf(given: RequestParts): {
  readonly desk: Handlers<'desk'>
  readonly phone: Handlers<'phone'>
  readonly alert: Handlers<'alert'>
  readonly pages: Handlers<'pages'>
} {
  const { parts, settings, desktop } = given
  const { agent, calls, chats, chatFiles, directory, history, line, notices, replies, team } = parts
  return {
    desk: {
      ...agent.requests,
      ...calls.requests,
      ...chats.requests,
      ...chatFiles.requests,
      ...desktop.requests,
      ...directory.requests,
      ...parts.doors.requests,
      ...parts.drafts.requests,
      ...parts.emails.requests,
      ...history.requests,
      ...parts.picture.requests,
      ...parts.pop.requests,
      'pop.room': roomIn(parts.pop, (place) => place !== 'window'),
      ...replies.requests,
      ...team.requests,
      ...profileRequests(given),
      'notices.dismiss': ({ id }) => notices.dismiss(id),
      'settings.change': (patch) => {
        settings.change(patch)
        parts.settingsChanged()
        desktop.settingsChanged()
      },
      'settings.tryRing': () => line.command({ verb: 'try-ring' }),
      'settings.tryChatSound': ({ sound }) => line.command({ verb: 'try-ring', sound }),
      'settings.tryMicrophone': ({ on }) => parts.tryMicrophone(on),
      'desk.current': () => {
        // A page that begins looks at nothing yet, and the one before is gone.
        parts.picture.deskGone()
        return deskStateOf(given)
      },
    },
    phone: { ...line.requests, ...parts.picture.phoneRequests, ...chatFiles.phoneRequests },
    alert: alertRequests(given),
    pages: {
      ...parts.pop.requests,
      'pop.room': roomIn(parts.pop, (place) => place === 'window'),
      'pages.current': () => ({ pop: parts.pop.current(), settings: settings.current() }),
    },
  }
}

/** Two windows have a pane of pages; only the one they are seen in says where. */
function roomIn({ requests, current }: Parts['pop'], isThere: (place: Pop['place']) => boolean) {
  return (room: PopRoom | null) => {
    if (isThere(current().place)) requests['pop.room'](room)
  }
}

function alertRequests({ parts, settings, desktop }: RequestParts): Handlers<'alert'> {
  const { calls, chats } = parts
  return {
    'calls.answer': calls.requests['calls.answer'],
    'calls.decline': calls.requests['calls.decline'],
    'chats.answer': async (input) => {
      const result = await chats.requests['chats.answer'](input)
      desktop.showChat(input.chatId)
      return result
    },
    'chats.decline': chats.requests['chats.decline'],
    'alert.current': () => ({
      calls: calls.current(),
      chats: chats.current(),
      country: parts.site.state().current?.country ?? null,
      settings: settings.current(),
    }),
    'alert.openDesk': desktop.openDesk,
    'alert.painted': ({ callId }) => desktop.painted('alert', callId),
  }
}

function deskStateOf({ parts, settings, desktop }: RequestParts): DeskState {
  return {
    agent: parts.agent.current(),
    calls: parts.calls.current(),
    chats: parts.chats.current(),
    ...parts.chatFiles.current(),
    replies: parts.replies.current(),
    day: parts.day.current(),
    directory: parts.directory.started(),
    doors: parts.doors.current(),
    history: parts.history.current(),
    team: parts.team.current(),
    line: parts.line.current(),
    pop: parts.pop.current(),
    settings: settings.current(),
    profile: parts.site.state(),
    desktop: desktop.current(),
    notices: parts.notices.current(),
  }
}

type ProfileHandlers = Pick<Handlers<'desk'>, 'profile.import' | 'profile.importText'>

function profileRequests({ parts, profiles, desktop }: RequestParts): ProfileHandlers {
  function take(result: ImportResult): ImportResult {
    parts.profileChanged()
    return result
  }
  return {
    'profile.import': async () => {
      const file = await desktop.chooseProfile()
      return file === null ? { ok: false, reason: 'cancelled' } : take(profiles.importFile(file))
    },
    'profile.importText': ({ text }) => Promise.resolve(take(profiles.importText(text))),
  }
}
