import { m } from '../messages/compiled/messages.js'
import type { KeyName, WorkListKey } from './keys.ts'

const words: { readonly [K in Exclude<KeyName, WorkListKey>]: () => string } = {
  answer: m.answer,
  'hang-up': m.key_hang_up,
  mute: m.key_mute,
  hold: m.key_hold,
  transfer: m.transfer,
  record: m.key_record,
  'answer-video': m.video_answer_full,
  video: m.video_key,
  share: m.video_key_share,
  'video-large': m.video_key_large,
  'next-waiting': m.key_next_waiting,
  dial: m.key_dial,
  palette: m.key_palette,
  history: m.key_history,
  'go-idle': m.key_go_idle,
  'go-busy': m.key_go_busy,
  'bar-mode': m.bar_mode,
  'chat-end': m.chat_key_end,
  'chat-transfer': m.chat_key_transfer,
  write: m.compose_write,
  'page-focus': m.pop_focus,
  'page-next': m.pop_next_tab,
  'page-previous': m.pop_previous_tab,
  'page-close': m.pop_close_tab,
  'page-reload': m.pop_reload,
  'page-find': m.pop_find,
  'page-print': m.pop_print,
  pages: m.pop_toggle,
}

export function keyWord(name: KeyName): string {
  return name in words ? words[name as keyof typeof words]() : m.key_work_list_all()
}
