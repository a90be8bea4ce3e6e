/** Electron's names for keys whose `KeyboardEvent.code` is not one already (Electron, "Accelerator"). */
const namedKeys: Readonly<Record<string, string>> = {
  Space: 'Space',
  Enter: 'Return',
  NumpadEnter: 'Return',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  NumpadAdd: 'numadd',
  NumpadSubtract: 'numsub',
  NumpadMultiply: 'nummult',
  NumpadDivide: 'numdiv',
  NumpadDecimal: 'numdec',
}

function keyName(code: string): string | null {
  const plain = /^(?:Key([A-Z])|Digit(\d)|(F\d{1,2}))$/.exec(code)
  if (plain) return plain[1] ?? plain[2] ?? plain[3] ?? null
  const numpad = /^Numpad(\d)$/.exec(code)
  return numpad ? `num${numpad[1]}` : (namedKeys[code] ?? null)
}

/** The accelerator for a key press; null for a lone modifier, and for keys that would stop people from typing. */
export function acceleratorOf(
  event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>,
): string | null {
  const key = keyName(event.code)
  const types = !(event.ctrlKey || event.altKey || event.metaKey)
  if (!key || (types && !/^F\d/.test(key))) return null
  const modifiers = [
    event.ctrlKey && 'Control',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    event.metaKey && 'Super',
  ]
  return [...modifiers.filter(Boolean), key].join('+')
}

const shown: Readonly<Record<string, string>> = {
  Control: 'Ctrl',
  CommandOrControl: 'Ctrl',
  CmdOrCtrl: 'Ctrl',
  Super: 'Win',
  Meta: 'Win',
  Return: 'Enter',
}

/** The accelerator as keyboards print it. */
export function acceleratorText(accelerator: string): string {
  return accelerator
    .split('+')
    .map((part) => shown[part] ?? part.replace(/^num(\d)$/, 'Num $1'))
    .join('+')
}
