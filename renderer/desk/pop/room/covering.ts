/** Whatever floats over the desk (ui/styles/floating.css), shades it, or asks under the top bar. */
const floats = '.floating, [data-dialog-overlay], .top-bar > .under > div > *'

/** Whether something of the desk's own lies over this part of it: a native view would lie over that. */
export function isCovered(room: DOMRect, page: ParentNode = document): boolean {
  return [...page.querySelectorAll(floats)].some((element) => overlap(element.getBoundingClientRect(), room))
}

function overlap(one: DOMRect, other: DOMRect): boolean {
  const empty = one.width === 0 || one.height === 0
  return !empty && one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
