import { z } from 'zod'
import { closeSession, openSession } from '../../platform/agents/session.ts'
import type { Agent, SignInParameters } from '../../platform/model.ts'
import { softphoneRange } from '../../platform/population.ts'
import { licenceFull, ok, refused } from '../answers.ts'
import type { Reply } from '../gateway.ts'
import type { OpenContext, Route } from '../route.ts'
import { attach, createSeat } from '../session/seat.ts'
import { flag, integer } from './lenient.ts'

/** spec/ccgateway.md 3.1, with its defaults. */
const form = z.object({
  password: z.string().max(32),
  phonenum: z.union([z.string(), z.number().transform(String)]),
  autoanswer: flag.default(true),
  autoenteridle: flag.default(true),
  releasephone: flag.default(true),
  agenttype: integer.default(4),
  status: integer.default(4),
  ip: z.string().default('127.0.0.1'),
  checkInWebm: flag.default(true),
})

type Form = z.infer<typeof form>

export const signInRoutes: readonly Route[] = [
  {
    name: 'login',
    method: 'PUT',
    path: '/onlineagent/{agentid}',
    open: true,
    run: (context) => signIn(context, false),
  },
  {
    name: 'forceLogin',
    method: 'PUT',
    path: '/onlineagent/{agentid}/forcelogin',
    open: true,
    run: (context) => signIn(context, true),
  },
]

function signIn(context: OpenContext, force: boolean): Reply {
  const { agent, gateway } = context
  const parsed = form.safeParse(context.request.body)
  if (!parsed.success) return refused('100-001')
  const wish = parsed.data
  if (!agent || agent.password !== wish.password) return refused('100-004')

  const refusal = whyNot(agent, wish, force, isTelephone(context, wish.phonenum))
  if (refusal) return refused(refusal)
  if (gateway.platform.behaviour.licenceFull) return licenceFull
  return enter(context, agent, wish)
}

/** An agent may use any telephone that is known here: a mobile, or a desk phone. */
function isTelephone({ gateway }: OpenContext, number: string): boolean {
  return gateway.platform.telephone(number) !== null
}

/** spec/ccgateway.md 3.1, "Errors"; which of several is told first is inferred. */
function whyNot(agent: Agent, wish: Form, force: boolean, isElsewhere: boolean): string | null {
  const checks: readonly (readonly [boolean, string])[] = [
    // "110-016/021 account locked": that a sign-in is answered so as well is inferred.
    [agent.fate === 'locked', '110-016'],
    [![4, 11].includes(wish.agenttype), '100-012'],
    [![3, 4, 5].includes(wish.status), '100-011'],
    [!/^\d{1,3}(\.\d{1,3}){3}$/.test(wish.ip), '100-016'],
    [!/^\d{1,24}$/.test(wish.phonenum), '100-013'],
    [agent.fate === 'phone-out-of-range' || !(isElsewhere || softphoneRange.test(wish.phonenum)), '100-014'],
    [agent.session !== null && agent.fate === 'not-forcible', '100-015'],
    [agent.session !== null && !force, '100-002'],
  ]
  return checks.find(([wrong]) => wrong)?.[1] ?? null
}

function enter({ gateway, request }: OpenContext, agent: Agent, wish: Form): Reply {
  closeSession(gateway.platform, agent, 'taken-over')
  const parameters: SignInParameters = {
    phoneNumber: wish.phonenum,
    autoAnswer: wish.autoanswer,
    autoEnterIdle: wish.autoenteridle,
    releasePhone: wish.releasephone,
    status: wish.status as 3 | 4 | 5,
    webm: wish.checkInWebm,
    videoAgent: wish.agenttype === 11,
  }
  const seat = createSeat(gateway, agent, parameters, request.transport)
  if (request.wire) attach(gateway, seat, request.wire)
  openSession(gateway.platform, agent, seat.session)
  const result = {
    vdnid: 1,
    workno: agent.workNumber,
    mediatype: `${agent.fate === 'no-voice' ? 'F' : 'T'}${wish.checkInWebm && agent.fate !== 'no-chat' ? 'T' : 'F'}F`,
    loginTime: String(seat.session.loginTime),
    isForceChange: String(agent.fate === 'password-to-change'),
    serverName: 'AgentGateway',
    timeRemaining: agent.fate === 'password-to-change' ? '0' : '90',
  }
  return { ...ok(result), guid: seat.credential.current(), cookie: seat.cookie }
}
