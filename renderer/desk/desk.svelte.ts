import type { DeskState, Levels } from '#contract'
import type { DeskBridge } from './bridge.ts'

const silence: Levels = { microphone: 0, farSide: 0, farSideHz: null }

/** What main last said of everything the desk shows; the desk itself decides none of it. */
export class Desk {
  readonly bridge: DeskBridge
  #state: DeskState = $state.raw({} as DeskState)
  #levels = $state.raw(silence)

  readonly agent = $derived(this.#state.agent)
  readonly calls = $derived(this.#state.calls)
  readonly chats = $derived(this.#state.chats)
  readonly uploads = $derived(this.#state.uploads)
  readonly voiceMessage = $derived(this.#state.voiceMessage)
  readonly replies = $derived(this.#state.replies)
  readonly day = $derived(this.#state.day)
  readonly directory = $derived(this.#state.directory)
  readonly doors = $derived(this.#state.doors)
  readonly history = $derived(this.#state.history)
  readonly team = $derived(this.#state.team)
  readonly line = $derived(this.#state.line)
  readonly pop = $derived(this.#state.pop)
  readonly settings = $derived(this.#state.settings)
  readonly profile = $derived(this.#state.profile)
  readonly desktop = $derived(this.#state.desktop)
  readonly notices = $derived(this.#state.notices)

  constructor(bridge: DeskBridge, current: DeskState) {
    this.bridge = bridge
    this.#state = current
  }

  get levels(): Levels {
    return this.#levels
  }

  take(news: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...news }
  }

  hear(levels: Levels): void {
    this.#levels = levels
  }
}

/** Subscribes before it asks, so that nothing is lost in between: every event carries the whole value. */
export async function openDesk(bridge: DeskBridge): Promise<Desk> {
  let desk: Desk | undefined
  let early: Partial<DeskState> = {}
  const take = (news: Partial<DeskState>) => {
    if (desk) desk.take(news)
    else early = { ...early, ...news }
  }
  bridge.subscribe('agent.changed', (agent) => take({ agent }))
  bridge.subscribe('calls.changed', (calls) => take({ calls }))
  bridge.subscribe('chats.changed', (chats) => take({ chats }))
  bridge.subscribe('uploads.changed', (uploads) => take({ uploads }))
  bridge.subscribe('voiceMessage.changed', (voiceMessage) => take({ voiceMessage }))
  bridge.subscribe('replies.changed', (replies) => take({ replies }))
  bridge.subscribe('day.changed', (day) => take({ day }))
  bridge.subscribe('directory.changed', (directory) => take({ directory }))
  bridge.subscribe('doors.changed', (doors) => take({ doors }))
  bridge.subscribe('history.changed', (history) => take({ history }))
  bridge.subscribe('team.changed', (team) => take({ team }))
  bridge.subscribe('line.changed', (line) => take({ line }))
  bridge.subscribe('pop.changed', (pop) => take({ pop }))
  bridge.subscribe('settings.changed', (settings) => take({ settings }))
  bridge.subscribe('profile.changed', (profile) => take({ profile }))
  bridge.subscribe('desktop.changed', (desktop) => take({ desktop }))
  bridge.subscribe('notices.changed', (notices) => take({ notices }))
  bridge.subscribe('line.levels', (levels) => desk?.hear(levels))
  const current = await bridge.request('desk.current', undefined)
  desk = new Desk(bridge, { ...current, ...early })
  return desk
}
