import type { TransferKind } from '#contract'
import { m } from '../../messages/compiled/messages.js'

export function kindWord(kind: TransferKind): string {
  const words: { readonly [K in TransferKind]: () => string } = {
    queue: m.kind_queue,
    agent: m.kind_agent,
    ivr: m.kind_ivr,
    'access-code': m.kind_access_code,
    outside: m.kind_outside,
  }
  return words[kind]()
}
