import { webFrame } from 'electron'
import { type DialableRange, scanPage } from './scan.ts'

const name = 'earshot-dialable'
const style = `::highlight(${name}) { text-decoration: underline dotted; text-underline-offset: 2px; }`
const hand = '* { cursor: pointer !important; }'
/** What is clicked for another reason than the number in it. */
const pressed = 'a, button, input, select, textarea, label, summary, [role="button"], [role="link"], [onclick]'

/** Numbers in the page's text are underlined and can be clicked, without a change of its document. */
export function makeDialable(dial: (number: string) => void): void {
  let ranges: readonly DialableRange[] = []
  webFrame.insertCSS(style)
  scanPage(document, (found) => {
    ranges = found
    CSS.highlights.set(name, new Highlight(...found.map(({ range }) => range)))
  })
  const under = (event: MouseEvent) => numberAt(ranges, event)
  window.addEventListener('click', (event) => {
    const number = event.isTrusted && event.button === 0 ? under(event) : undefined
    if (number !== undefined) dial(number)
  })
  showHand(under)
}

/** A highlight has no cursor of its own (CSS Custom Highlight API, "applicable properties"). */
function showHand(under: (event: MouseEvent) => string | undefined): void {
  let shown: string | null = null
  const show = (over: boolean) => {
    if (over && shown === null) shown = webFrame.insertCSS(hand)
    if (over || shown === null) return
    webFrame.removeInsertedCSS(shown)
    shown = null
  }
  let waiting = false
  window.addEventListener('mousemove', (event) => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      show(under(event) !== undefined)
    })
  })
}

function numberAt(
  ranges: readonly DialableRange[],
  { clientX: x, clientY: y, target }: MouseEvent,
): string | undefined {
  if (!(target instanceof Element) || target.closest(pressed) !== null) return undefined
  const isAt = ({ left, right, top, bottom }: DOMRect) => left <= x && x <= right && top <= y && y <= bottom
  const hit = ranges.find(({ range }) => {
    return target.contains(range.startContainer) && [...range.getClientRects()].some(isAt)
  })
  return hit?.number
}
