import {
  firstLiveness,
  type Liveness,
  type LivenessStep,
  onAnswer,
  onTimer,
  onTraffic,
  type Probe,
} from './liveness.ts'

export interface KeepAliveParts {
  readonly send: (probe: Probe) => void
  readonly onDead: () => void
}

/** Runs the probes of `liveness.ts` while a socket is open. */
export class KeepAlive {
  readonly #parts: KeepAliveParts
  #liveness: Liveness = firstLiveness
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(parts: KeepAliveParts) {
    this.#parts = parts
  }

  start(): void {
    this.#liveness = firstLiveness
    this.#tick()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  /** Asks at once whether the socket still lives. */
  check(): void {
    if (this.#timer !== undefined) this.#follow(onTimer({ ...this.#liveness, waiting: false }))
  }

  answered(probe: Probe): void {
    if (this.#timer !== undefined) this.#follow(onAnswer(this.#liveness, probe))
  }

  traffic(): void {
    if (this.#timer !== undefined) this.#follow(onTraffic(this.#liveness))
  }

  #tick(): void {
    this.#follow(onTimer(this.#liveness))
  }

  #follow(step: LivenessStep | null): void {
    if (step === null) return
    this.stop()
    if (step.do === 'give-up') this.#parts.onDead()
    else this.#wait(step)
  }

  #wait(step: Exclude<LivenessStep, { do: 'give-up' }>): void {
    this.#liveness = step.liveness
    this.#timer = setTimeout(() => this.#tick(), step.thenMs)
    if (step.do === 'send') this.#parts.send(step.liveness.probe)
  }
}
