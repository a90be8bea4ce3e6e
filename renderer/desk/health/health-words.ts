import type { AlertWay, HotkeyName } from '#contract'
import { m } from '../messages/compiled/messages.js'
import type { HealthProblem, LineFailure } from './problems.ts'

/** A headline of a few words, the sentence with what to do, and since when, where that matters. */
export interface HealthWords {
  readonly title: string
  readonly text: string
  readonly since?: number
}

const lineFailures: { readonly [R in LineFailure['reason']]: () => string } = {
  'wrong-password': m.line_failed_wrong_password,
  unreachable: m.line_failed_unreachable,
  untrusted: m.line_failed_untrusted,
  refused: m.line_failed_refused,
  'no-answer': m.line_failed_no_answer,
}

const ways: { readonly [W in AlertWay]: () => string } = {
  tray: m.way_tray,
  'alert-window': m.way_alert_window,
  notification: m.way_notification,
  ring: m.way_ring,
  flash: m.way_flash,
}

const hotkeys: { readonly [N in HotkeyName]: () => string } = {
  answer: m.answer,
  hangUp: m.hang_up,
  mute: m.hotkey_mute,
  dial: m.hotkey_dial,
}

function microphoneWords(status: 'missing' | 'refused' | 'unplugged' | 'failed', label: string): HealthWords {
  switch (status) {
    case 'missing':
      return { title: m.microphone_missing(), text: m.microphone_missing_text() }
    case 'refused':
      return { title: m.microphone_refused(), text: m.microphone_refused_text() }
    case 'unplugged':
      return {
        title: m.microphone_unplugged(),
        text: m.microphone_unplugged_text({ label: label || m.device_default() }),
      }
    case 'failed':
      return { title: m.microphone_failed(), text: m.microphone_failed_text({ label: label || m.device_default() }) }
  }
}

export function healthWords(problem: HealthProblem): HealthWords {
  switch (problem.kind) {
    case 'gateway-reconnecting':
      return { title: m.gateway_reconnecting(), text: m.gateway_reconnecting_text(), since: problem.since }
    case 'phone-window-down':
      return { title: m.phone_window_down(), text: m.phone_window_down_text() }
    case 'line-connecting':
      return { title: m.line_connecting(), text: m.line_connecting_text() }
    case 'line-failed': {
      const sentence = lineFailures[problem.reason]()
      return {
        title: m.line_failed(),
        text: problem.code ? m.with_code({ sentence, code: `SIP ${problem.code}` }) : sentence,
      }
    }
    case 'microphone':
      return microphoneWords(problem.status, problem.label)
    case 'ring-failed':
      return { title: m.ring_failed(), text: m.ring_failed_text() }
    case 'hotkeys-taken':
      return {
        title: m.hotkey_taken_title(),
        text: m.hotkey_taken_text({ hotkeys: problem.names.map((name) => hotkeys[name]()).join(m.list_comma()) }),
      }
    case 'alerts-failed':
      return {
        title: m.alerts_failed(),
        text: m.alerts_failed_text({ ways: problem.ways.map((way) => ways[way]()).join(m.list_comma()) }),
      }
  }
}
