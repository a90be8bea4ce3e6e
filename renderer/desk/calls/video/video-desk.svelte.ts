import type { Call, ScreenSource } from '#contract'
import type { DeskBridge } from '../../bridge.ts'
import type { CallVerbs } from '../call-verbs.svelte.ts'

export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right'

/** What can be shared, once main has said it. */
export interface Choosing {
  readonly callId: string
  readonly sources: readonly ScreenSource[] | null
}

/** How the pictures are looked at, and which screen is about to be shared; kept while the agent looks elsewhere. */
export class VideoDesk {
  readonly #bridge: DeskBridge
  readonly #verbs: Pick<CallVerbs, 'share'>
  corner = $state<Corner>('bottom-right')
  selfHidden = $state(false)
  large = $state(false)
  #choosing = $state.raw<Choosing | null>(null)

  constructor(bridge: DeskBridge, verbs: Pick<CallVerbs, 'share'>) {
    this.#bridge = bridge
    this.#verbs = verbs
  }

  /** The question which screen; withdrawn when this call can share none any more. */
  choosingOf(call: Call | null): Choosing | null {
    return call?.id === this.#choosing?.callId && call?.verbs.includes('share-screen') ? this.#choosing : null
  }

  /** Asks which screen first, unless the operating system does. */
  async share(call: Call): Promise<void> {
    const choosing: Choosing = { callId: call.id, sources: null }
    this.#choosing = choosing
    const picker = await this.#bridge.request('picture.screens', undefined)
    if (this.#choosing !== choosing) return
    this.#choosing = picker.by === 'own' ? { callId: call.id, sources: picker.sources } : null
    if (picker.by === 'system') await this.#verbs.share(call)
  }

  choose(call: Call, sourceId: string): Promise<void> {
    this.#choosing = null
    return this.#verbs.share(call, sourceId)
  }

  close(): void {
    this.#choosing = null
  }
}

/** A picture goes one way at least. */
export function isSeen({ phase, video }: Call): boolean {
  const up = phase.name === 'talking' || phase.name === 'held'
  return up && video !== undefined && (video.sending !== 'off' || video.receiving)
}

/** On hold: the place of the pictures stays, and says so. */
export function isWaiting({ phase, video }: Call): boolean {
  return phase.name === 'held' && video?.waits === true
}

/** Whether there is anything to show or to do about pictures now. */
export function hasVideo(call: Call): boolean {
  return isSeen(call) || isWaiting(call) || call.verbs.includes('start-video') || call.verbs.includes('share-screen')
}
