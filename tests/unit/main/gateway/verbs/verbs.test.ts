import { expect, test } from 'vitest'
import type { Gateway, GatewayFailure, GatewayResult, Operation } from '#main/gateway/gateway.ts'
import { agentVerbs } from '#main/gateway/verbs/agent-verbs.ts'
import { callVerbs } from '#main/gateway/verbs/call-verbs.ts'

/** A gateway that takes everything, or refuses everything, and remembers what it was asked. */
function gatewayThat(failure?: GatewayFailure) {
  const asked: string[] = []
  const answer = <T>(value: T): Promise<GatewayResult<T>> =>
    Promise.resolve(failure ? { ok: false, failure } : { ok: true, value })
  const gateway: Gateway = {
    signIn: (input, force) => {
      asked.push(`${force ? 'forcelogin' : 'login'} ${input.status}`)
      return answer({ workNumber: '6002', voice: true, mustChangePassword: false, skills: [] })
    },
    run: <T>(operation: Operation<T>) => {
      asked.push(`${operation.method} ${operation.path}`)
      return answer(operation.read('1-1'))
    },
    signOut: () => answer(undefined),
    close: () => undefined,
    checkNow: () => undefined,
    guid: () => null,
  }
  return { gateway, asked }
}

test('an agent signs in busy', async () => {
  const { gateway, asked } = gatewayThat()

  await agentVerbs(gateway).signIn({ workNumber: '6002', password: 'a', softphoneNumber: '67470002' }, false)

  expect(asked).toEqual(['login 3'])
})

test.each([
  [{ state: 'idle' }, 'rest', 'POST /onlineagent/{agentId}/sayfree'],
  [{ state: 'busy', reason: 201 }, 'idle', 'POST /onlineagent/{agentId}/saybusy?reason=201'],
  [{ state: 'busy', reason: 201 }, 'busy', 'POST /onlineagent/{agentId}/saybusy?reason=201&prolong=true'],
  [{ state: 'rest', seconds: 600 }, 'idle', 'POST /onlineagent/{agentId}/rest/600/0'],
  [{ state: 'wrap-up' }, 'idle', 'POST /onlineagent/{agentId}/work'],
] as const)('going to %j from %s asks %s', async (to, from, path) => {
  const { gateway, asked } = gatewayThat()

  expect(await agentVerbs(gateway).goTo(to, from)).toEqual({ ok: true })

  expect(asked).toEqual([path])
})

test('what has not begun is taken back by what it is called', async () => {
  const { gateway, asked } = gatewayThat()

  await agentVerbs(gateway).withdraw('busy')
  await agentVerbs(gateway).withdraw('rest')

  expect(asked).toEqual(['POST /onlineagent/{agentId}/cancelbusy', 'POST /onlineagent/{agentId}/cancelrest'])
})

test('queues are signed in to, and what is configured is asked for', async () => {
  const { gateway, asked } = gatewayThat()

  expect(await agentVerbs(gateway).setSkills([1, 2])).toEqual({ ok: true, skills: [] })

  expect(asked).toEqual([
    'POST /onlineagent/{agentId}/resetskill/false?skillid=1%3B2',
    'GET /onlineagent/{agentId}/agentskills',
  ])
})

test('a gateway that lists no rest reasons has none', async () => {
  const { gateway } = gatewayThat({ kind: 'refused', retcode: '000-002', message: '' })

  expect(await agentVerbs(gateway).restReasons()).toEqual([])
  expect(await agentVerbs(gateway).setSkills([1])).toEqual({ ok: false, reason: 'refused', retcode: '000-002' })
})

test('a refusal carries the platform’s code', async () => {
  const { gateway } = gatewayThat({ kind: 'refused', retcode: '200-002', message: '' })

  expect(await callVerbs(() => gateway).answer('1-1')).toEqual({ ok: false, reason: 'refused', retcode: '200-002' })
})

test.each([
  [{ kind: 'no-answer' }, 'no-answer'],
  [{ kind: 'not-connected' }, 'not-connected'],
  [{ kind: 'garbled' }, 'no-answer'],
  [{ kind: 'refused', retcode: '100-006', message: '' }, 'not-signed-in'],
] as const)('%j is told as %s', async (failure, reason) => {
  const { gateway } = gatewayThat(failure)

  expect(await callVerbs(() => gateway).mute(true)).toMatchObject({ ok: false, reason })
})

test('the current call is released, a held one dropped by its id', async () => {
  const { gateway, asked } = gatewayThat()
  const verbs = callVerbs(() => gateway)

  await verbs.hangUp('1-1', false)
  await verbs.hangUp('1-1', true)

  expect(asked).toEqual(['DELETE /voicecall/{agentId}/release', 'POST /voicecall/{agentId}/dropcall/1-1'])
})

test('a number dialled gives the platform’s call id', async () => {
  const { gateway } = gatewayThat()

  expect(await callVerbs(() => gateway).dial({ number: '10086' })).toEqual({ ok: true, gatewayId: '1-1' })
})

test('without a session nothing is sent', async () => {
  expect(await callVerbs(() => null).dial({ number: '10086' })).toEqual({ ok: false, reason: 'not-connected' })
})

test.each([{ kind: 'refused', retcode: '000-002', message: '' }, { kind: 'garbled' }] as const)(
  'a gateway that takes no PUT for call data (%j) is asked by POST',
  async (failure) => {
    const asked: string[] = []
    const { gateway } = gatewayThat()
    const picky: Gateway = {
      ...gateway,
      run: <T>(operation: Operation<T>) => {
        asked.push(operation.method)
        const refused: GatewayResult<T> = { ok: false, failure }
        return Promise.resolve(operation.method === 'PUT' ? refused : { ok: true, value: operation.read({}) })
      },
    }

    expect(await callVerbs(() => picky).setAssociatedData('1-1', 'vip')).toEqual({ ok: true })
    expect(asked).toEqual(['PUT', 'POST'])
  },
)

test('a refusal of the data itself is not tried again', async () => {
  const { gateway, asked } = gatewayThat({ kind: 'refused', retcode: '400-002', message: '' })

  expect(await callVerbs(() => gateway).setAssociatedData('1-1', '')).toMatchObject({ ok: false, retcode: '400-002' })
  expect(asked).toHaveLength(1)
})
