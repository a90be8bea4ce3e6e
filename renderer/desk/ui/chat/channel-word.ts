import type { Channel } from '#contract'
import { m } from '../../messages/compiled/messages.js'

const words: { readonly [C in Channel]: () => string } = {
  web: m.chat_channel_web,
  wechat: m.chat_channel_wechat,
  facebook: m.chat_channel_facebook,
  twitter: m.chat_channel_twitter,
  '5g': m.chat_channel_5g,
  email: m.chat_channel_email,
  line: m.chat_channel_line,
  whatsapp: m.chat_channel_whatsapp,
  sms: m.chat_channel_sms,
  telegram: m.chat_channel_telegram,
  instagram: m.chat_channel_instagram,
  agent: m.chat_channel_agent,
  unknown: m.chat_channel_unknown,
}

export function channelWord(channel: Channel): string {
  return words[channel]()
}
