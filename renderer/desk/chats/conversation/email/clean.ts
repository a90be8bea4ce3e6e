import createDOMPurify, { type Config, type DOMPurify } from 'dompurify'
import { webAddress } from '../text/link.ts'

/** An address that the e-mail would have had the agent go to. */
export interface EmailLink {
  readonly text: string
  readonly url: string
}

export interface CleanEmail {
  readonly html: string
  /** Pictures that would be fetched from elsewhere, and are not until the agent asks. */
  readonly remote: number
  readonly links: readonly EmailLink[]
}

const config: Config & { RETURN_DOM_FRAGMENT: true } = {
  USE_PROFILES: { html: true },
  RETURN_DOM_FRAGMENT: true,
  FORCE_BODY: true,
  ADD_TAGS: ['style'],
  FORBID_TAGS: [
    'template',
    'slot',
    'form',
    'input',
    'button',
    'select',
    'option',
    'textarea',
    'audio',
    'video',
    'source',
    'track',
    'map',
    'area',
    'dialog',
  ],
  FORBID_ATTR: [
    'srcset',
    'background',
    'poster',
    'ping',
    'target',
    'name',
    'id',
    'tabindex',
    'autofocus',
    'accesskey',
    'popover',
    'contenteditable',
  ],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
}

let purify: DOMPurify | undefined

/** The e-mail without whatever runs, asks, sends or fetches; quoted text is folded and links lead nowhere by themselves. */
export function cleanEmail(html: string, words: { readonly quoted: string }, images: boolean): CleanEmail {
  purify ??= createDOMPurify(window)
  const fragment = purify.sanitize(isHtml(html) ? html : asParagraphs(html), config)
  const holder = document.implementation.createHTMLDocument('').createElement('div')
  holder.append(holder.ownerDocument.adoptNode(fragment))
  const links = disarmLinks(holder)
  const remote = disarmPictures(holder, images)
  foldQuotes(holder, words.quoted)
  return { html: holder.innerHTML, remote, links }
}

function isHtml(text: string): boolean {
  return /<[a-z!/][^>]*>/i.test(text)
}

function asParagraphs(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `<div style="white-space: pre-wrap">${escaped}</div>`
}

/** Where a link leads is told under the e-mail, with its real host; in the frame it is only a word. */
function disarmLinks(holder: HTMLElement): readonly EmailLink[] {
  const links: EmailLink[] = []
  for (const anchor of holder.querySelectorAll('a')) {
    const url = webAddress(anchor.getAttribute('href') ?? '')
    anchor.removeAttribute('href')
    if (!url) continue
    anchor.title = url.host
    links.push({ text: anchor.textContent?.trim() ?? '', url: url.href })
  }
  return links
}

/** Pictures in the e-mail itself stay; those from elsewhere would tell their sender that it is read. */
function disarmPictures(holder: HTMLElement, images: boolean): number {
  let remote = 0
  for (const image of holder.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? ''
    if (/^data:image\//i.test(source)) continue
    const isRemote = /^(https?:)?\/\//i.test(source)
    if (isRemote) remote += 1
    if (isRemote && images) continue
    image.removeAttribute('src')
    image.className = 'withheld'
  }
  return remote
}

const quotes = 'blockquote, .gmail_quote, .yahoo_quoted, .moz-cite-prefix + blockquote'

function foldQuotes(holder: HTMLElement, word: string): void {
  for (const quote of holder.querySelectorAll(quotes)) {
    if (quote.parentElement?.closest(quotes) || quote.closest('details')) continue
    const fold = holder.ownerDocument.createElement('details')
    const summary = holder.ownerDocument.createElement('summary')
    summary.textContent = word
    quote.replaceWith(fold)
    fold.append(summary, quote)
  }
}
