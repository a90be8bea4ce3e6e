import { tick } from 'svelte'
import type { Call, Chat, PopSubject } from '#contract'
import type { Dialling } from './calls/dial/dialling.svelte.ts'
import type { WorkItem } from './chats/list/work-items.ts'
import type { Desk } from './desk.svelte.ts'
import { type HealthProblem, healthProblems } from './health/problems.ts'
import type { PastCalls } from './history/past-calls.svelte.ts'
import type { ShownState } from './ui/state/shown-state.ts'
import { now } from './ui/time/ticking.ts'

export type Pane = 'calls' | 'chats' | 'directory' | 'history' | 'team' | 'messages' | 'settings'
export type Drawer = 'states' | 'dialler' | 'call'
export type Selected = { readonly kind: 'call' | 'missed' | 'chat'; readonly id: string }

/** How long a call that ended is still told of in the call bar. */
const lingerMs = 8_000

const cuttingOff: readonly HealthProblem['kind'][] = [
  'gateway-reconnecting',
  'phone-window-down',
  'line-connecting',
  'line-failed',
]

/** What the agent is looking at; derived from the desk, but for what they selected. */
export class Screen {
  readonly #desk: Desk
  #pane = $state<Pane>('calls')
  #paletteOpen = $state(false)
  #drawer = $state<Drawer | null>(null)
  #selected = $state.raw<Selected | null>(null)
  #chatId = $state.raw<string | null>(null)
  #seeks = $state.raw(false)

  readonly live = $derived.by(() => this.#desk.calls.list.filter((call) => call.phase.name !== 'ended'))
  /** The call in the call bar: the first live one, as main orders them. */
  readonly call = $derived.by((): Call | null => this.live[0] ?? null)
  /** The live calls that wait beside it. */
  readonly others = $derived.by(() => this.live.slice(1))
  /** In the order of the work list: longest first, whichever of them talks. */
  readonly workList = $derived.by(() => this.live.toSorted((one, other) => one.startedAt - other.startedAt))
  /** The chat that is looked at, or was last. */
  readonly chat = $derived.by((): Chat | null => this.#desk.chats.list.find(({ id }) => id === this.#chatId) ?? null)
  /** Messages nobody has read, in all chats. */
  readonly unread = $derived.by(() => this.#desk.chats.list.reduce((sum, chat) => sum + chat.unread, 0))
  /** Chats that ring, that were missed, or in which something is unread. */
  readonly chatsNeeding = $derived.by(
    () =>
      this.#desk.chats.list.filter(
        ({ phase, unread }) =>
          phase.name === 'ringing' || unread > 0 || (phase.name === 'ended' && phase.how === 'missed'),
      ).length,
  )
  readonly ringing = $derived.by(() => this.live.filter((call) => call.phase.name === 'ringing'))
  readonly problems = $derived.by((): readonly HealthProblem[] => {
    const { agent, line, desktop } = this.#desk
    return agent.status === 'signed-in' ? healthProblems(agent, line, desktop) : []
  })
  readonly shownState = $derived.by((): ShownState => {
    const { agent } = this.#desk
    if (agent.status !== 'signed-in') return 'offline'
    const phase = this.call?.phase.name
    return phase === 'ringing' || phase === 'talking' ? phase : agent.state.name
  })

  /** What the clock beside the state runs from: the call's own while the call gives the state. */
  readonly shownSince = $derived.by((): number => {
    const { agent } = this.#desk
    const state = agent.status === 'signed-in' ? agent.state : null
    if (this.call && this.shownState !== state?.name) return phaseSince(this.call)
    return state?.since ?? 0
  })
  /** What the agent looks at in the work list, also while they look something up elsewhere: its pages go with it. */
  readonly followed = $derived.by((): PopSubject | null => {
    const inChats = this.#pane === 'chats' || (this.#pane !== 'calls' && this.#selected?.kind === 'chat')
    if (inChats) return this.chat && { kind: 'chat', chatId: this.chat.id }
    return this.detail && this.#selected?.kind !== 'missed' ? { kind: 'call', callId: this.detail.id } : null
  })
  /** Idle or not, nothing can ring: the gateway or the line is gone. */
  readonly cutOff = $derived.by(() => this.problems.some(({ kind }) => cuttingOff.includes(kind)))

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get pane(): Pane {
    return this.#pane
  }

  get selected(): Selected | null {
    return this.#selected
  }

  /** The last call, for a few seconds, and for as long as its wrap-up takes. */
  get lastEnded(): Call | null {
    const { agent, calls } = this.#desk
    const last = calls.list.find((call) => call.phase.name === 'ended')
    if (last?.phase.name !== 'ended') return null
    const wrappingUp = agent.status === 'signed-in' && agent.state.name === 'wrap-up'
    return wrappingUp || now() - last.phase.at < lingerMs ? last : null
  }

  /** What the details are about: what was selected while it is there, else the call in the bar, or the last one. */
  get detail(): Call | null {
    const shown = this.lastEnded ? [...this.live, this.lastEnded] : this.live
    return shown.find(({ id }) => id === this.#selected?.id) ?? this.call ?? this.lastEnded
  }

  /** The agent has asked for the search over all conversations, and is to type at once. */
  get seeks(): boolean {
    return this.#seeks
  }

  get paletteOpen(): boolean {
    return this.#paletteOpen
  }

  /** Bar mode: what stands open under the bar. */
  get drawer(): Drawer | null {
    return this.#drawer
  }

  show(pane: Pane): void {
    this.#pane = pane
    if (this.#desk.settings.barMode) this.#leaveBarMode().catch((error) => reportError(error))
  }

  /** To the chat that was looked at last, else to the one that needs somebody first. */
  toChats(waiting: readonly Pick<WorkItem, 'kind' | 'id'>[]): void {
    const [first] = [...waiting.filter(({ kind }) => kind === 'chat'), ...this.#desk.chats.list]
    const id = this.chat?.id ?? first?.id
    if (id === undefined) this.show('chats')
    else this.select({ kind: 'chat', id })
  }

  /** Where no chat is open all of them are searched. */
  searchChats(): void {
    this.#selected = null
    this.#chatId = null
    this.#seeks = true
    this.show('chats')
  }

  togglePalette(): void {
    this.#paletteOpen = !this.#paletteOpen
  }

  toggleDrawer(drawer: Drawer): void {
    this.#drawer = this.#drawer === drawer ? null : drawer
  }

  closeDrawer(): void {
    this.#drawer = null
  }

  /** In bar mode the dialler must be drawn before it can take the focus. */
  toDialler(dialling: Pick<Dialling, 'focus'>): void {
    if (this.#desk.settings.barMode) this.#drawer = 'dialler'
    tick()
      .then(() => dialling.focus())
      .catch((error) => reportError(error))
  }

  /** The pane must be drawn before its search can take the focus. */
  toHistory(past: Pick<PastCalls, 'focus'>): void {
    this.show('history')
    void tick().then(() => past.focus())
  }

  async #leaveBarMode(): Promise<void> {
    await this.#desk.bridge.request('settings.change', { barMode: false })
  }

  select(selected: Selected | null): void {
    this.#selected = selected
    this.#seeks = false
    this.#pane = selected?.kind === 'chat' ? 'chats' : 'calls'
    if (selected?.kind === 'chat') this.#chatId = selected.id
    if (!this.#desk.settings.barMode) return
    // There is no room in the bar for a conversation.
    if (selected?.kind === 'chat') this.#leaveBarMode().catch((error) => reportError(error))
    else this.#drawer = 'call'
  }
}

const phaseSince = ({ phase, startedAt }: Call) => ('since' in phase ? phase.since : startedAt)
