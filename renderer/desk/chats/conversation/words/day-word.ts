import { m } from '../../../messages/compiled/messages.js'
import { getLocale } from '../../../messages/compiled/runtime.js'
import { isSameDay } from '../model/rows.ts'

const day = 86_400_000

/** `Today`, `Yesterday`, or the day with its weekday, and its year when it is another. */
export function dayWord(at: number, now: number): string {
  if (isSameDay(at, now)) return m.conv_today()
  if (isSameDay(at, now - day)) return m.conv_yesterday()
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(getLocale(), {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(!sameYear && { year: 'numeric' }),
  }).format(at)
}
