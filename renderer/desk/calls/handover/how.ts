import type { Call, ConsultInput, TransferKind, TransferMode } from '#contract'
import { m } from '../../messages/compiled/messages.js'

/** A way to bring somebody else in: handing the call over, or asking a colleague (spec/ccgateway.md 8.3, 8.4). */
export type How = TransferMode | 'consult-two-party' | 'consult-three-party'

/** The safest first: it is what Enter does. */
const transferOrder: readonly TransferMode[] = ['success', 'release', 'talk', 'three-party', 'suspend']
const consults: readonly How[] = ['consult-two-party', 'consult-three-party']
const kinds: readonly TransferKind[] = ['agent', 'queue', 'outside', 'access-code', 'ivr']

export function howsFor(call: Call, kind: TransferKind): readonly How[] {
  const allowed = call.verbs.includes('transfer') ? (call.transferModes?.[kind] ?? []) : []
  const canConsult = call.verbs.includes('consult') && (kind === 'agent' || kind === 'queue')
  return [...transferOrder.filter((mode) => allowed.includes(mode)), ...(canConsult ? consults : [])]
}

export function kindsFor(call: Call): readonly TransferKind[] {
  return kinds.filter((kind) => howsFor(call, kind).length > 0)
}

/** The consult mode, for a way that is one. */
export function consultMode(how: How): ConsultInput['mode'] | null {
  if (how === 'consult-two-party') return 'two-party'
  return how === 'consult-three-party' ? 'three-party' : null
}

/** Whether the customer waits while it rings there is the agent's to choose only where all three come to talk. */
export function mayHold(how: How): boolean {
  return how === 'three-party' || how === 'consult-three-party'
}

export function howWords(how: How): { readonly title: string; readonly hint: string } {
  const words: { readonly [H in How]: readonly [() => string, () => string] } = {
    release: [m.mode_release, m.mode_release_hint],
    success: [m.mode_success, m.mode_success_hint],
    talk: [m.mode_talk, m.mode_talk_hint],
    'three-party': [m.mode_three_party, m.mode_three_party_hint],
    suspend: [m.mode_suspend, m.mode_suspend_hint],
    'consult-two-party': [m.mode_two_party, m.mode_two_party_hint],
    'consult-three-party': [m.mode_consult_three, m.mode_consult_three_hint],
  }
  const [title, hint] = words[how]
  return { title: title(), hint: hint() }
}
