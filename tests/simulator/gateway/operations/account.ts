import { z } from 'zod'
import { ok, refused } from '../answers.ts'
import type { Reply } from '../gateway.ts'
import type { Context, Route } from '../route.ts'

export const accountRoutes: readonly Route[] = [
  {
    name: 'modifyAccountPwdEx',
    method: 'POST',
    path: '/onlineagent/{agentid}/modifyaccountpwdex',
    run: changePassword,
  },
]

const form = z.object({ oldPassword: z.string(), newPassword: z.string() })

function changePassword({ gateway, agent, request }: Context): Reply {
  const parsed = form.safeParse(request.body)
  if (!parsed.success) return refused('000-006')
  const { oldPassword, newPassword } = parsed.data
  const refusal = whyNot(agent.password, agent.workNumber, oldPassword, newPassword)
  if (refusal) return refused(refusal)

  agent.password = newPassword
  if (agent.fate === 'password-to-change') agent.fate = null
  gateway.platform.dispatch()
  return ok({})
}

/** 110-0xx of spec/ccgateway.md 17. Which rule 110-019 means is not published: letters and digits here (inferred). */
function whyNot(current: string, name: string, old: string, next: string): string | null {
  const reversed = [...name].reverse().join('')
  const checks: readonly (readonly [boolean, string])[] = [
    [old !== current, '110-003'],
    [next === current, '110-017'],
    [next === name || next === reversed, '110-018'],
    [next.length < 8 || next.length > 30, '110-020'],
    [!(/\d/.test(next) && /[a-z]/i.test(next)), '110-019'],
  ]
  return checks.find(([wrong]) => wrong)?.[1] ?? null
}
