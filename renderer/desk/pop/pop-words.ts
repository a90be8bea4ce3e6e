import type { PageFailure, PagePermission, PopQuestion, PopRefusal, PopTab } from '#contract'
import { m } from '../messages/compiled/messages.js'
import { getLocale } from '../messages/compiled/runtime.js'
import { writtenNumber } from '../ui/number/phone-number.ts'

/** Signs that turn the reading order or cannot be seen (Unicode 9, UAX #9 2.1 to 2.4), with which a name could pose as another. */
const posing = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/gu

/** What a page says, with its invisible signs shown. */
export function plainText(text: string): string {
  return text.replace(posing, '\ufffd')
}

/** The profile's word for a page; a window that the page opened is told by what it calls itself. */
export function tabName({ opener, page, title, host }: Pick<PopTab, 'opener' | 'page' | 'title' | 'host'>): string {
  return opener === null ? page : `${page}: “${plainText(title || host)}”`
}

export function personOf({ person }: Pick<PopTab, 'person'>): string {
  if (person === null) return ''
  return /^\+?\d+$/.test(person) ? writtenNumber(person) : person
}

export function percentWord(percent: number): string {
  return new Intl.NumberFormat(getLocale(), { style: 'percent' }).format(percent / 100)
}

const failures: { readonly [W in PageFailure]: () => string } = {
  'no-network': m.pop_failed_no_network,
  'not-found': m.pop_failed_not_found,
  refused: m.pop_failed_refused,
  certificate: m.pop_failed_certificate,
  'sign-in': m.pop_failed_sign_in,
  'too-slow': m.pop_failed_too_slow,
  'not-allowed': m.pop_failed_not_allowed,
  other: m.pop_failed_other,
}

export function failureWord(why: PageFailure): string {
  return failures[why]()
}

/** By the names of spec/media-and-services.md 5.1. */
const values: { readonly [value: string]: () => string } = {
  callerNum: m.pop_value_caller,
  calledNum: m.pop_value_called,
  callid: m.pop_value_call,
  mediaType: m.pop_value_media,
  callType: m.pop_value_direction,
  workNo: m.pop_value_agent,
  calldata: m.pop_value_data,
  skillName: m.pop_value_queue,
  skillId: m.pop_value_queue_id,
  account: m.pop_value_account,
}

export function refusalWord({ page, why }: PopRefusal): string {
  switch (why.kind) {
    case 'missing':
      return m.pop_refused_missing({ page, value: values[why.value]?.() ?? m.pop_value_other({ value: why.value }) })
    case 'scheme':
      return m.pop_refused_scheme({ page })
    case 'malformed':
      return m.pop_refused_malformed({ page })
    case 'too-many':
      return m.pop_refused_too_many({ page })
  }
}

const permissions: { readonly [P in PagePermission]: (inputs: { page: string }) => string } = {
  notifications: m.pop_may_notifications,
  geolocation: m.pop_may_geolocation,
  'clipboard-read': m.pop_may_clipboard,
  'full-screen': m.pop_may_full_screen,
}

/** What is asked, and by which page: the first line of every question. */
export function questionTitle(question: PopQuestion, page: string): string {
  switch (question.kind) {
    case 'dialog':
      return question.dialog === 'alert' ? m.pop_ask_says({ page }) : m.pop_ask_asks({ page })
    case 'leave':
      return question.closing ? m.pop_leave_close_title({ page }) : m.pop_leave_title({ page })
    case 'permission':
      return permissions[question.permission]({ page })
    case 'sign-in':
      return (question.proxy ? m.pop_sign_in_proxy : m.pop_sign_in_title)({ page, host: question.host })
    case 'certificate':
      return m.pop_certificate_title({ page, host: question.host })
    case 'download':
      return m.pop_file_title({ page })
  }
}
