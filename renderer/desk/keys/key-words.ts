import { m } from '../messages/compiled/messages.js'
import type { KeyName } from './keys.ts'

const words: { readonly [K in KeyName]: () => string } = {
  answer: m.answer,
  'hang-up': m.key_hang_up,
  mute: m.key_mute,
  dial: m.key_dial,
  palette: m.key_palette,
  'go-idle': m.key_go_idle,
  'go-busy': m.key_go_busy,
  'bar-mode': m.bar_mode,
}

export function keyWord(name: KeyName): string {
  return words[name]()
}
