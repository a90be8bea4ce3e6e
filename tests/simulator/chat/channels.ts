/** Where customers write, as `channel` names it (spec/media-and-services.md 2.7, 3.2; all but WEB and EMAIL inferred). */
export const channels = [
  'WEB',
  'WHATSAPP',
  'LINE',
  'WECHAT',
  'FACEBOOK',
  'TWITTER',
  'EMAIL',
  'SMS',
  'TELEGRAM',
  'INSTAGRAM',
  '5G',
] as const

export type ChannelName = (typeof channels)[number]

/** Sub-media of media type 53 (spec/media-and-services.md 8.5); 5G messages have none there, so -1. */
const subMedia: Readonly<Record<ChannelName, number>> = {
  WEB: 1,
  WHATSAPP: 2,
  LINE: 3,
  WECHAT: 4,
  FACEBOOK: 5,
  TWITTER: 6,
  EMAIL: 7,
  SMS: 8,
  TELEGRAM: 9,
  INSTAGRAM: 10,
  '5G': -1,
}

export function subMediaOf(channel: ChannelName): number {
  return subMedia[channel]
}

/** The channel's configuration, `to` of a customer's message (spec/media-and-services.md 3.2); its form is ours. */
export function configurationOf(channel: ChannelName): string {
  if (channel === 'EMAIL') return 'support@example.com'
  return `channel-${channel.toLowerCase()}`
}
