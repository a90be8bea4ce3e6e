import type { HotkeyStatus } from '#contract'
import { m } from '../messages/compiled/messages.js'

const sentences: { readonly [S in HotkeyStatus]: () => string } = {
  off: m.hotkey_status_off,
  taken: m.hotkey_status_taken,
  unproved: m.hotkey_status_unproved,
  proved: m.hotkey_status_proved,
}

export function hotkeySentence(status: HotkeyStatus): string {
  return sentences[status]()
}
