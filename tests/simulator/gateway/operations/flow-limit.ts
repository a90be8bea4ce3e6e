import type { Agent } from '../../platform/model.ts'
import { refused } from '../answers.ts'
import type { Reply } from '../gateway.ts'
import type { Context } from '../route.ts'

const minuteMs = 60_000
const asked = new WeakMap<Agent, number[]>()

/**
 * Queries of the directory are limited for each agent; neither the limits nor the code of the refusal are published
 * (spec/ccgateway.md 1.1): both are inferred, the limit is `behaviour.queriesAMinute`.
 */
export function limited(run: (context: Context) => Reply): (context: Context) => Reply {
  return (context) => {
    const { queriesAMinute } = context.gateway.platform.behaviour
    const now = Date.now()
    const lately = (asked.get(context.agent) ?? []).filter((at) => now - at < minuteMs)
    asked.set(context.agent, [...lately, now])
    if (queriesAMinute !== 0 && lately.length >= queriesAMinute) return refused('100-007', 'Flow control.')
    return run(context)
  }
}
