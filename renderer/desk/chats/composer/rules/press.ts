type Press = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing' | 'keyCode' | 'repeat'
>

/** Sent with every key that an input method is still working on, even where `isComposing` is not (UI Events, 7.3.1). */
const inputMethodKey = 229

/** An input method takes this key: Enter accepts what it offers, and nothing of it is the agent's wish to send. */
export function isInputMethods(event: Press): boolean {
  return event.isComposing || event.keyCode === inputMethodKey
}

/**
 * Enter alone sends; with Shift it begins a new line, with Alt too. Ctrl+Enter is left alone: it answers calls
 * everywhere (design/look.md), and an agent with both hands in a chat must be able to.
 */
export function sends(event: Press): boolean {
  if (event.key !== 'Enter' || event.repeat || isInputMethods(event)) return false
  return !(event.shiftKey || event.altKey || event.ctrlKey || event.metaKey)
}
