import { z } from 'zod'
import type { AgentRequests } from '#contract'
import { nothing, secret, word } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

const reason = z.int().min(0).max(255)
const onOff = z.strictObject({ on: z.boolean() })

export const agentInputs = {
  'agent.signIn': z.strictObject({
    workNumber: word,
    password: secret.exactOptional(),
    phone: z.enum(['softphone', 'other']).exactOptional(),
    softphoneNumber: word,
    softphonePassword: secret.exactOptional(),
    remember: z.boolean(),
    force: z.boolean(),
    goIdle: z.boolean(),
  }),
  'agent.signOut': z.strictObject({ force: z.boolean() }),
  'agent.goTo': z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('idle') }),
    z.strictObject({ state: z.literal('busy'), reason: reason.exactOptional() }),
    z.strictObject({ state: z.literal('rest'), seconds: z.int().min(1).max(86_400), reason: reason.exactOptional() }),
    z.strictObject({ state: z.literal('wrap-up') }),
  ]),
  'agent.extend': z.strictObject({ seconds: z.int().min(1).max(86_400) }),
  'agent.withdraw': nothing,
  'agent.setSkills': z.strictObject({ skillIds: z.array(z.int().min(0)).max(1_000).readonly() }),
  'agent.setAutoAnswer': onOff,
  'agent.setAutoIdle': onOff,
  'agent.changePassword': z.strictObject({ old: secret, next: secret }),
  'agent.forget': nothing,
} satisfies SchemasOf<AgentRequests>
