import type { CommandResult, Force, Inspection, InspectionKind } from '#contract'
import type { Desk } from '../desk.svelte.ts'

/** Whom it is about; in an inspection that is the one who is inspected. */
export interface Whom {
  readonly workNumber: string
  readonly name: string
}

export type TeamVerb = 'listen' | 'barge' | 'turn' | 'take-over' | 'stop' | 'release' | Force['state']
/** What is asked about first: it costs a customer or a colleague something. */
export type Costly = 'take-over' | 'release' | 'sign-out'

export type Refused = Extract<CommandResult, { ok: false }> & { readonly verb: TeamVerb; readonly whom: Whom }

/** The team lead's wishes: asked about first where they would cost something, and why one failed. */
export class TeamVerbs {
  readonly #desk: Desk
  #asking = $state.raw<{ readonly what: Costly; readonly whom: Whom } | null>(null)
  #refused = $state.raw<Refused | null>(null)
  #pending = $state<TeamVerb | null>(null)

  readonly inspection = $derived.by((): Inspection | null => this.#desk.team.inspection)

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** A question whose ground is gone is no question any more. */
  get asking(): { readonly what: Costly; readonly whom: Whom } | null {
    if (this.#asking?.what === 'sign-out' || this.inspection) return this.#asking
    return null
  }

  get refused(): Refused | null {
    return this.#refused
  }

  get pending(): TeamVerb | null {
    return this.#pending
  }

  /** The inspector must be idle (spec/ccgateway.md 11). */
  get mayInspect(): boolean {
    const { agent, team } = this.#desk
    return team.inspection === null && agent.status === 'signed-in' && agent.state.name === 'idle'
  }

  inspect(whom: Whom, kind: 'listen' | 'barge'): Promise<void> {
    return this.#do(kind, whom, () => this.#desk.bridge.request('team.inspect', { ...pick(whom), kind }))
  }

  turnTo(kind: InspectionKind): Promise<void> {
    return this.#during('turn', () => this.#desk.bridge.request('team.turnTo', { kind }))
  }

  stop(): Promise<void> {
    return this.#during('stop', () => this.#desk.bridge.request('team.stop', undefined))
  }

  /** A second wish while the question stands is the answer yes. */
  takeOver(): Promise<void> {
    return this.#costly('take-over', this.inspection, () => this.#desk.bridge.request('team.takeOver', undefined))
  }

  release(): Promise<void> {
    return this.#costly('release', this.inspection, () => this.#desk.bridge.request('team.release', undefined))
  }

  force(whom: Whom, to: Force): Promise<void> {
    const send = () => this.#desk.bridge.request('team.force', { workNumber: whom.workNumber, to })
    return to.state === 'sign-out' ? this.#costly('sign-out', whom, send) : this.#do(to.state, whom, send)
  }

  /** Yes, to the question that stands. */
  confirm(): Promise<void> {
    const asked = this.asking
    if (!asked) return Promise.resolve()
    if (asked.what === 'sign-out') return this.force(asked.whom, { state: 'sign-out' })
    return asked.what === 'take-over' ? this.takeOver() : this.release()
  }

  dismiss(): void {
    this.#asking = null
    this.#refused = null
  }

  #during(verb: TeamVerb, send: () => Promise<CommandResult>): Promise<void> {
    return this.inspection ? this.#do(verb, this.inspection, send) : Promise.resolve()
  }

  async #costly(what: Costly, whom: Whom | null, send: () => Promise<CommandResult>): Promise<void> {
    if (!whom) return
    const isAsked = this.asking?.what === what && this.asking.whom.workNumber === whom.workNumber
    this.#asking = isAsked ? null : { what, whom }
    if (isAsked) await this.#do(what, whom, send)
  }

  async #do(verb: TeamVerb, whom: Whom, send: () => Promise<CommandResult>): Promise<void> {
    if (this.#pending) return
    this.#pending = verb
    this.#refused = null
    try {
      const result = await send()
      if (!result.ok) this.#refused = { ...result, verb, whom }
    } finally {
      this.#pending = null
    }
  }
}

const pick = ({ workNumber, name }: Whom): Whom => ({ workNumber, name })
