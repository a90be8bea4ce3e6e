import { getLocale } from '../../messages/compiled/runtime.js'

/** `14:05`, in the way of the language in force. */
export function timeOfDay(time: number): string {
  return new Intl.DateTimeFormat(getLocale(), { hour: '2-digit', minute: '2-digit', hour12: false }).format(time)
}

/** `14:05` for today, with the day before it otherwise. */
export function dayAndTime(time: number, now: number): string {
  if (new Date(time).toDateString() === new Date(now).toDateString()) return timeOfDay(time)
  const day = new Intl.DateTimeFormat(getLocale(), { month: 'short', day: 'numeric' }).format(time)
  return `${day} ${timeOfDay(time)}`
}
