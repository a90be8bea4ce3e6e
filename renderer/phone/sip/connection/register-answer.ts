import type { RegistrationFailure } from '#contract'

/** Seconds the registrar granted to the contact with this instance id, or to the request as a whole. */
export function grantedSeconds(
  contacts: readonly string[],
  expires: string | undefined,
  instanceId: string,
  asked: number,
): number {
  const ours = contacts.find((contact) => contact.toLowerCase().includes(instanceId.toLowerCase()))
  const contact = ours ?? (contacts.length === 1 ? contacts[0] : undefined)
  const seconds = /;\s*expires\s*=\s*"?(\d+)/i.exec(contact ?? '')?.[1] ?? expires
  const granted = Number.parseInt(seconds ?? '', 10)
  return Number.isFinite(granted) && granted > 0 ? Math.min(granted, 86_400) : asked
}

/** `madeUp`: SIP.js answers in the server's name when nothing was sent (503) or nothing came back (408). */
export function refusal(code: number, madeUp: boolean): RegistrationFailure {
  if (madeUp) return code === 408 ? 'no-answer' : 'unreachable'
  // The server's own failure (RFC 3261 section 21.5) says nothing against the number, and may be over in a minute.
  if (code >= 500 && code < 600) return 'unreachable'
  return code === 401 || code === 403 || code === 407 ? 'wrong-password' : 'refused'
}
