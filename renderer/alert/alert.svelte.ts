import type { AlertState, Bridge, Call, Chat, Language, Settings } from '#contract'
import { systemLanguage } from '../desk/ui/window/system-language.ts'

/** What main last said of the calls that ring, and how it is to look. */
export class Alert {
  readonly bridge: Bridge<'alert'>
  #calls: AlertState['calls'] = $state.raw({ list: [], missed: [] })
  #chats: readonly Chat[] = $state.raw([])
  #settings = $state.raw<Settings | null>(null)
  #country = $state.raw<string | null>(null)

  readonly ringing: readonly Call[] = $derived(this.#calls.list.filter((call) => call.phase.name === 'ringing'))
  /** The newest: the agent has seen the others already. */
  readonly newest: Call | null = $derived(this.ringing.reduce<Call | null>(later, null))
  readonly ringingChats: readonly Chat[] = $derived(this.#chats.filter(({ phase }) => phase.name === 'ringing'))
  readonly newestChat: Chat | null = $derived(this.ringingChats.reduce<Chat | null>(later, null))
  /** The agent talks to somebody else: told softly, and nothing is taken from that call. */
  readonly waits = $derived(this.#calls.list.some(({ phase }) => phase.name === 'talking' || phase.name === 'dialling'))
  readonly theme = $derived(this.#settings?.theme ?? 'system')
  /** The alert knows the setting only; without one it speaks as the system does. */
  readonly language = $derived<Language>(this.#settings?.language ?? systemLanguage())

  constructor(bridge: Bridge<'alert'>) {
    this.bridge = bridge
  }

  /** Where its numbers are written without their country's code. */
  get country(): string | null {
    return this.#country
  }

  take(news: Partial<AlertState>): void {
    if (news.country !== undefined) this.#country = news.country
    this.#calls = news.calls ?? this.#calls
    this.#chats = news.chats?.list ?? this.#chats
    this.#settings = news.settings ?? this.#settings
  }
}

type Started = Pick<Call | Chat, 'phase' | 'startedAt'>
const startOf = ({ phase, startedAt }: Started) => ('since' in phase ? phase.since : startedAt)
const later = <T extends Started>(one: T | null, other: T) => (one && startOf(one) > startOf(other) ? one : other)

/** Subscribes before it asks, so that no call is lost in between. */
export async function openAlert(bridge: Bridge<'alert'>): Promise<Alert> {
  const alert = new Alert(bridge)
  let early: Partial<AlertState> = {}
  const take = (news: Partial<AlertState>) => {
    early = { ...early, ...news }
    alert.take(news)
  }
  bridge.subscribe('calls.changed', (calls) => take({ calls }))
  bridge.subscribe('country.changed', (country) => take({ country }))
  bridge.subscribe('chats.changed', (chats) => take({ chats }))
  bridge.subscribe('settings.changed', (settings) => take({ settings }))
  alert.take({ ...(await bridge.request('alert.current', undefined)), ...early })
  return alert
}
