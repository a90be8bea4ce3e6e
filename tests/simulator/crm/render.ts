import { readFileSync } from 'node:fs'

/** Text that a page shows as it is, whatever it looks like. */
export interface Markup {
  readonly html: string
}

type Part = string | number | Markup | readonly Markup[]

/** What is put in is text, unless it is markup already. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: texts.map((text, index) => text + inHtml(parts[index] ?? '')).join('') }
}

function inHtml(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'html' in part ? part.html : part.map((one) => one.html).join('')
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** A file of `pages/` with `{{name}}` in it. */
export function fill(file: string, parts: Readonly<Record<string, Part>>): Markup {
  const text = pageFile(file).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => inHtml(parts[name] ?? ''))
  return { html: text }
}

export function pageFile(file: string): string {
  return readFileSync(new URL(`./pages/${file}`, import.meta.url), 'utf8')
}
