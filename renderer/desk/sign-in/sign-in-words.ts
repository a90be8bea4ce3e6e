import type { SignedOutReason, VaultRefusal } from '#contract'
import { m } from '../messages/compiled/messages.js'
import { retcodeSentence } from '../messages/retcode.ts'
import type { SignInProblem } from './sign-in.svelte.ts'

const failures: { readonly [R in SignInProblem['reason']]: () => string } = {
  'no-profile': m.sign_in_no_profile,
  'no-password': m.sign_in_no_password,
  'wrong-credentials': m.sign_in_wrong_credentials,
  'account-locked': m.sign_in_account_locked,
  'already-signed-in': m.sign_in_already,
  'already-signed-in-elsewhere-for-good': m.sign_in_already_for_good,
  'softphone-number-out-of-range': m.sign_in_softphone_out_of_range,
  'softphone-number-invalid': m.sign_in_softphone_invalid,
  'wrong-agent-type': m.sign_in_wrong_agent_type,
  'licence-full': m.sign_in_licence_full,
  'no-voice': m.sign_in_no_voice,
  'gateway-unreachable': m.sign_in_gateway_unreachable,
  'gateway-untrusted': m.sign_in_gateway_untrusted,
  'gateway-speaks-otherwise': m.sign_in_gateway_speaks_otherwise,
  'no-answer': m.sign_in_no_answer,
  refused: m.sign_in_refused,
}

/** What happened, then what to do, then the platform's code in brackets (design/look.md, "Words"). */
export function signInSentence(problem: SignInProblem): string {
  const { reason, retcode } = problem
  if (!retcode) return failures[reason]()
  return reason === 'refused' ? retcodeSentence(retcode) : m.with_code({ sentence: failures[reason](), code: retcode })
}

const refusals: { readonly [R in VaultRefusal]: () => string } = {
  'no-key-store': m.vault_no_key_store,
  'key-store-locked': m.vault_locked,
  'key-store-insecure': m.vault_insecure,
  disk: m.vault_disk,
}

export function vaultSentence(refusal: VaultRefusal): string {
  return refusals[refusal]()
}

/** Why the agent is looking at the sign-in form, where they did not ask for it. */
export function signedOutSentence(why: SignedOutReason): string | null {
  switch (why) {
    case 'elsewhere':
      return m.signed_out_elsewhere()
    case 'by-team-lead':
      return m.signed_out_by_team_lead()
    case 'connection-lost':
      return m.signed_out_connection_lost()
    case 'session-expired':
      return m.signed_out_session_expired()
    case 'never-signed-in':
    case 'asked':
      return null
  }
}
