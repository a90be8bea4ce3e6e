import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'

/** What main says itself in a page's own menu. */
export interface PageWords {
  readonly cut: string
  readonly copy: string
  readonly paste: string
  readonly back: string
  readonly reload: string
  readonly dial: (number: string) => string
}

export interface PageMenuActs {
  readonly canGoBack: boolean
  back(): void
  reload(): void
  dial(number: string): void
}

type Item = MenuItemConstructorOptions
type Clicked = Pick<ContextMenuParams, 'selectionText' | 'isEditable' | 'editFlags' | 'linkURL'>

/** What one does with text, with the page, and with a number that is selected or linked. */
export function menuItems(
  { selectionText, isEditable, editFlags, linkURL }: Clicked,
  words: PageWords,
  acts: PageMenuActs,
  numberOf: (link: string) => string | null,
): Item[] {
  const number = numberOf(linkURL) ?? numberOf(`tel:${selectionText.trim()}`)
  const dial: Item[] = number === null ? [] : [{ label: words.dial(number), click: () => acts.dial(number) }, line]
  const edit: Item[] = isEditable
    ? [
        { role: 'cut', label: words.cut, enabled: editFlags.canCut },
        { role: 'copy', label: words.copy, enabled: editFlags.canCopy },
        { role: 'paste', label: words.paste, enabled: editFlags.canPaste },
        line,
      ]
    : [{ role: 'copy', label: words.copy, enabled: selectionText !== '' }, line]
  return [
    ...dial,
    ...edit,
    { label: words.back, enabled: acts.canGoBack, click: acts.back },
    { label: words.reload, click: acts.reload },
  ]
}

const line: Item = { type: 'separator' }
