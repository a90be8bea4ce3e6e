export interface Replacement {
  readonly start: number
  readonly end: number
  readonly by: string
}

/**
 * Types into a field on the agent's behalf. `insertText` is the one way that Ctrl+Z takes back afterwards; it is
 * deprecated and every engine has it. Where it does nothing, the text is set and told as typing is.
 */
export function replaceIn(field: HTMLTextAreaElement, { start, end, by }: Replacement): void {
  field.focus()
  field.setSelectionRange(start, end)
  if (document.execCommand?.('insertText', false, by)) return
  field.setRangeText(by, start, end, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
