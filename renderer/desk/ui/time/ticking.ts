import { createSubscriber } from 'svelte/reactivity'

/** One timer for every clock on the screen, running only while one of them is shown. */
const subscribe = createSubscriber((update) => {
  let timer: ReturnType<typeof setTimeout>
  const tick = () => {
    update()
    timer = setTimeout(tick, 1000 - (Date.now() % 1000))
  }
  timer = setTimeout(tick, 1000 - (Date.now() % 1000))
  return () => clearTimeout(timer)
})

/** The time of day, reactive by the second. */
export function now(): number {
  subscribe()
  return Date.now()
}

/** `04:12`, or `1:04:12` from the first hour on. */
export function clockText(elapsedMs: number): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const minutesAndSeconds = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return seconds < 3600 ? minutesAndSeconds : `${Math.floor(seconds / 3600)}:${minutesAndSeconds}`
}
