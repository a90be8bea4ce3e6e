import { createHash } from 'node:crypto'
import type { PageRules } from '../../views.ts'

/**
 * A partition for each configured page: what one page keeps no other one sees. Another authority is another partition,
 * since Chromium keeps for half an hour what it once found of a certificate.
 */
export function partitionOf({ name, origin, ca, keepsSignIn }: PageRules): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([name, origin, ca]))
    .digest('hex')
  return `${keepsSignIn ? 'persist:' : ''}page-${digest.slice(0, 16)}`
}
