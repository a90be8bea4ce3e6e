import { textBytes } from '../rules/text-bytes.ts'

export interface Written {
  readonly text: string
  /** What stands below it: who wrote when, and the words of the original. */
  readonly quote: { readonly heading: string; readonly text: string } | null
  /** Bytes that there is room for. */
  readonly room: number
}

export interface BuiltEmail {
  readonly html: string
  /** Only the beginning of the original found room. */
  readonly cut: boolean
  /** By so many bytes the agent's own words are too long. */
  readonly over: number
}

/**
 * An e-mail of words alone: nothing that anybody typed or sent before is markup in it. Of an original that is too long
 * its beginning goes along, since `data` has no more room (spec/media-and-services.md 2.2).
 */
export function emailHtml({ text, quote, room }: Written): BuiltEmail {
  const own = `<div>${escaped(text.trim())}</div>`
  const over = Math.max(0, textBytes(own) - room)
  if (quote === null || over > 0) return { html: own, cut: quote !== null && over > 0, over }
  const head = `${own}<br><div>${escaped(quote.heading)}</div><blockquote>`
  const tail = '</blockquote>'
  const left = room - textBytes(head + tail)
  const words = fitting(quote.text, left)
  if (words === '') return { html: own, cut: quote.text !== '', over }
  return { html: `${head}${escaped(words)}${tail}`, cut: words !== quote.text, over }
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign).replace(/\r?\n/g, '<br>')
}

/** The longest beginning that fits, found by halving; a whole line or word where there is one near. */
function fitting(text: string, room: number): string {
  if (textBytes(escaped(text)) <= room) return text
  const more = ' …'
  let [fits, longer] = [0, text.length]
  while (fits < longer - 1) {
    const middle = Math.floor((fits + longer) / 2)
    if (textBytes(escaped(text.slice(0, middle)) + more) <= room) fits = middle
    else longer = middle
  }
  const whole = text.slice(0, fits).replace(/[\ud800-\udbff]$/, '')
  const bare = (whole.match(/^[\s\S]*\s/)?.[0] ?? whole).trimEnd()
  const words = bare.length > fits / 2 ? bare : whole
  return words === '' ? '' : `${words}${more}`
}
