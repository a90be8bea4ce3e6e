import type { AgentStateName, Channel, Language } from '#contract'
import { english } from './en.ts'
import { chinese } from './zh-CN.ts'

/** What main says itself, outside any window: in the tray, in notifications, on the taskbar. */
export interface Words {
  readonly states: Readonly<Record<AgentStateName | 'offline' | 'ringing', string>>
  readonly answer: string
  readonly declineToQueue: string
  readonly declineAndEnd: string
  readonly decline: string
  readonly mute: string
  readonly unmute: string
  readonly hold: string
  readonly retrieve: string
  readonly hangUp: string
  readonly goIdle: string
  readonly goBusy: string
  readonly goRest: string
  readonly goWrapUp: string
  readonly minutes: (minutes: number) => string
  readonly open: string
  readonly signOut: string
  readonly quit: string
  readonly incomingCall: string
  readonly numberWithheld: string
  readonly queue: (name: string) => string
  readonly incomingChat: string
  readonly somebody: string
  readonly channels: Readonly<Record<Channel, string>>
  readonly unreadMessages: (count: number) => string
  readonly missedAndUnread: (count: number) => string
  readonly addToDictionary: string
  readonly noSuggestions: string
  readonly cut: string
  readonly copy: string
  readonly paste: string
  readonly back: string
  readonly reload: string
  readonly dial: (number: string) => string
}

const all: Readonly<Record<Language, Words>> = { en: english, 'zh-CN': chinese }

export function wordsIn(language: Language): Words {
  return all[language]
}

/** The setting, else the first of the system's languages that is spoken here. */
export function languageOf(setting: Language | null, systemLanguages: readonly string[]): Language {
  if (setting !== null) return setting
  const spoken = systemLanguages.map((tag) => tag.toLowerCase().split('-', 1)[0])
  return spoken.find((language) => language === 'zh' || language === 'en') === 'zh' ? 'zh-CN' : 'en'
}
