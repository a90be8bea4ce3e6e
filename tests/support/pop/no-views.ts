import type { Views } from '#main/pop/views.ts'

/** No view of any page. */
export function noViews(): Views {
  const nothing = () => undefined
  return {
    use: nothing,
    open: nothing,
    close: nothing,
    show: nothing,
    place: nothing,
    room: nothing,
    focus: nothing,
    tab: nothing,
    find: nothing,
    answer: nothing,
    download: nothing,
    tell: nothing,
    inCall: nothing,
  }
}
