import tls, { type SecureContext } from 'node:tls'
import type { GatewayFailure } from '../gateway.ts'

/** Node's own list and, where the runtime can read it (Node 22.15), the operating system's. */
function systemAuthorities(): readonly string[] {
  const newer: typeof tls & { getCACertificates?: (store: 'system') => string[] } = tls
  return [...tls.rootCertificates, ...(newer.getCACertificates?.('system') ?? [])]
}

/** Made once for all connections: reading 150 certificates takes some 10 ms. */
export function secureContextFor(ca: string | undefined): SecureContext {
  return tls.createSecureContext({ minVersion: 'TLSv1.2', ca: [...systemAuthorities(), ...(ca ? [ca] : [])] })
}

/** The codes of a certificate that nobody vouches for (nodejs.org/api/tls.html, "X509 certificate error codes"). */
const certificateProblem = /CERT|ISSUER|_CA$|HOSTNAME_MISMATCH|CRL|PATH_LENGTH|INVALID_PURPOSE|UNABLE_TO_VERIFY/

/** The host answers, but not in TLS. */
const otherTongue = /^(EPROTO|ERR_SSL_|HPE_)/

/** What a socket's error means; `sent`: the request had left. */
export function failureOf(error: unknown, sent: boolean): GatewayFailure {
  const code = codeOf(error)
  if (certificateProblem.test(code)) return { kind: 'untrusted' }
  if (otherTongue.test(code)) return { kind: 'garbled' }
  return { kind: sent ? 'no-answer' : 'not-connected' }
}

/** Fit for a log: an error's message may hold addresses, its code does not. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : 'unknown'
}
