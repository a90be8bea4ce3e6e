import type { Call, Chat } from '#contract'
import type { Words } from '../words/words.ts'

export function nameOf(call: Pick<Call, 'name' | 'number'>, words: Words): string {
  return call.name || call.number || words.numberWithheld
}

export function chatNameOf({ customer }: Pick<Chat, 'customer'>, words: Words): string {
  return customer.name || customer.id || words.somebody
}
