import { findNumbers } from './find-numbers.ts'

export interface DialableRange {
  readonly range: Range
  readonly number: string
}

/** A page with more is a list in which nobody reads each number. */
const mostRanges = 500
const mostTexts = 20_000
const longestText = 2_000
/** A page that changes all the time is looked at so often. */
const pauseMs = 1_000
/** Left of an idle moment, below which the page has it. */
const enoughMs = 3

const unread =
  'script, style, noscript, textarea, input, select, option, code, pre, svg, canvas, [contenteditable=""], [contenteditable="true"]'

/** Tells all numbers in the page's text, again whenever it has changed, in moments that the page has no use for. */
export function scanPage(document: Document, tell: (found: readonly DialableRange[]) => void): void {
  let planned = false
  const plan = () => {
    if (planned) return
    planned = true
    setTimeout(() => {
      planned = false
      scan(document, tell)
    }, pauseMs)
  }
  const begin = () => {
    new MutationObserver(plan).observe(document.documentElement, {
      childList: true,
      characterData: true,
      subtree: true,
    })
    scan(document, tell)
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin, { once: true })
  else begin()
}

function scan(document: Document, tell: (found: readonly DialableRange[]) => void): void {
  if (document.body === null) return
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (text) =>
    (text.nodeValue ?? '').length < 7 || text.parentElement?.closest(unread)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  )
  const found: DialableRange[] = []
  let looked = 0
  const step = (idle: IdleDeadline) => {
    while (idle.timeRemaining() > enoughMs) {
      const text = looked < mostTexts && found.length < mostRanges ? texts.nextNode() : null
      if (text === null) return tell(found.slice(0, mostRanges))
      looked += 1
      found.push(...numbersIn(document, text))
    }
    requestIdleCallback(step)
  }
  requestIdleCallback(step)
}

function numbersIn(document: Document, text: Node): readonly DialableRange[] {
  return findNumbers((text.nodeValue ?? '').slice(0, longestText)).map(({ start, end, number }) => {
    const range = document.createRange()
    range.setStart(text, start)
    range.setEnd(text, end)
    return { range, number }
  })
}
