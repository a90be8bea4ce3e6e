import type { Channel } from '#contract'

/** `channel` of a message (spec/media-and-services.md 2.7, 3.2; all but WEB and EMAIL inferred), upper case. */
const byName: Readonly<Record<string, Channel>> = {
  WEB: 'web',
  WECHAT: 'wechat',
  FACEBOOK: 'facebook',
  TWITTER: 'twitter',
  '5G': '5g',
  EMAIL: 'email',
  LINE: 'line',
  WHATSAPP: 'whatsapp',
  SMS: 'sms',
  TELEGRAM: 'telegram',
  INSTAGRAM: 'instagram',
  AGENT: 'agent',
}

/** Sub-media of media type 53 (8.5). */
const bySubMedia: readonly (Channel | undefined)[] = [
  undefined,
  'web',
  'whatsapp',
  'line',
  'wechat',
  'facebook',
  'twitter',
  'email',
  'sms',
  'telegram',
  'instagram',
]

/** Media types that are a channel by themselves (8.5). */
const byMediaType: Readonly<Record<number, Channel>> = { 6: 'email', 50: 'email', 51: 'web', 52: 'sms' }

/** `type` of the older generation's events (2.6). */
const byLegacyType: Readonly<Record<string, Channel>> = { TEXTCHAT: 'web', EMAIL: 'email' }

/** Inner calls (spec/ccgateway.md 16.4). */
const INTERNAL = 6

export function channelNamed(name: string | undefined): Channel | undefined {
  return name === undefined ? undefined : byName[name.toUpperCase()]
}

export function legacyChannel(type: string | undefined): Channel | undefined {
  return type === undefined ? undefined : byLegacyType[type.toUpperCase()]
}

interface Told {
  readonly feature?: number | undefined
  readonly mediaType?: number | undefined
  readonly subMediaType?: number | undefined
}

export function channelOf({ feature, mediaType, subMediaType }: Told): Channel | undefined {
  if (feature === INTERNAL) return 'agent'
  return bySubMedia[subMediaType ?? 0] ?? (mediaType === undefined ? undefined : byMediaType[mediaType])
}
