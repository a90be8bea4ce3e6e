import { expect, test } from 'vitest'
import { ALL, CRM, call, listen, socketOf } from '#support/local-interface.ts'

test('events come under the gateway’s names, to programs and to pages', async () => {
  const { port, token, becomes } = await listen()
  const program = socketOf(port, [], { authorization: `Bearer ${token()}` })
  const page = socketOf(port, ['earshot.v1', `earshot.bearer.${token(ALL, [CRM])}`], { origin: CRM })
  expect([await program.opened, await page.opened]).toEqual([101, 101])

  becomes({ calls: { list: [{ ...call, phase: { name: 'talking', since: 2, muted: false } }], missed: [] } })
  const event = { eventType: 'AgentEvent_Talking', workNo: '6001' }
  await expect.poll(() => program.told).toMatchObject([{ retcode: '0', event }])
  await expect
    .poll(() => page.told)
    .toMatchObject([{ event: { content: { callid: 'call-1', caller: '13800138000' } } }])
  program.close()
  page.close()
})

test('the socket of events opens to nobody else, and closes when its token is revoked', async () => {
  const { port, token, programs, local } = await listen()
  const bearer = (given: string) => ({ authorization: `Bearer ${given}` })
  expect(await socketOf(port, []).opened).toBe(401)
  expect(await socketOf(port, [], bearer(token(['dial']))).opened).toBe(403)
  expect(await socketOf(port, [], { ...bearer(token()), origin: 'https://evil.example' }).opened).toBe(403)
  expect(await socketOf(port, [], { ...bearer(token()), host: 'evil.example' }).opened).toBe(421)

  const mine = socketOf(port, [], bearer(token()))
  expect(await mine.opened).toBe(101)
  for (const { id } of programs.list()) programs.revoke(id)
  local.programsChanged()
  await mine.closed
})
