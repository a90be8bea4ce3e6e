import type { NoticeKind } from '#contract'
import { retcodeOrReason } from '../messages/command-sentence.ts'
import { m } from '../messages/compiled/messages.js'

type Plain = Exclude<
  NoticeKind['kind'],
  | 'note-came'
  | 'settings-file-set-aside'
  | 'contacts-damaged'
  | 'history-set-aside'
  | 'command-failed'
  | 'something-went-wrong'
>

const plain: { readonly [K in Plain]: () => string } = {
  'busy-not-answered': m.notice_busy_not_answered,
  'busy-declined': m.notice_busy_declined,
  'busy-phone-unavailable': m.notice_busy_phone_unavailable,
  'busy-by-team-lead': m.notice_busy_by_team_lead,
  'busy-line-down': m.notice_busy_line_down,
  'line-back': m.notice_line_back,
  'no-microphone': m.notice_no_microphone,
  'signed-in-elsewhere': m.signed_out_elsewhere,
  'signed-out-by-team-lead': m.signed_out_by_team_lead,
  'session-expired': m.signed_out_session_expired,
  'secrets-unreadable': m.notice_secrets_unreadable,
  'phone-window-restarted': m.notice_phone_window_restarted,
  'rest-over': m.notice_rest_over,
  'rest-not-granted': m.notice_rest_not_granted,
  'bulletin-came': m.notice_bulletin_came,
}

export function noticeSentence(notice: NoticeKind): string {
  switch (notice.kind) {
    case 'note-came':
      return notice.from ? m.notice_note_from({ name: notice.from }) : m.notice_note_came()
    case 'settings-file-set-aside':
      return m.notice_settings_set_aside({ file: notice.file })
    case 'contacts-damaged':
      return m.notice_contacts_damaged({ file: notice.file })
    case 'history-set-aside':
      return m.notice_history_set_aside({ file: notice.file })
    case 'command-failed':
      return m.two_sentences({
        first: m.notice_command_failed(),
        second: retcodeOrReason(notice.reason, notice.retcode),
      })
    case 'something-went-wrong':
      return m.notice_something_went_wrong({ where: notice.where })
    default:
      return plain[notice.kind]()
  }
}

/** Notices after which the agent gets no calls until they go idle themselves. */
const idleAgain: readonly NoticeKind['kind'][] = [
  'busy-not-answered',
  'busy-declined',
  'busy-phone-unavailable',
  'rest-over',
  'no-microphone',
]

export function offersIdle(notice: NoticeKind): boolean {
  return idleAgain.includes(notice.kind)
}

const hints: readonly NoticeKind['kind'][] = ['line-back', 'rest-over', 'note-came', 'bulletin-came']

export function noticeTone(notice: NoticeKind): 'error' | 'warning' | 'hint' {
  if (hints.includes(notice.kind)) return 'hint'
  return notice.kind === 'command-failed' || notice.kind === 'something-went-wrong' ? 'error' : 'warning'
}
