import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerLast, dialledLine, type FakeLine, say, settle, talkingLine } from '../../fake-line.ts'
import { answer, challenge, request } from '../../fake-server.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

async function asked(): Promise<FakeLine> {
  const begun = await talkingLine()
  void begun.line.command({ verb: 'transfer', dialogId: 'd1', to: '10086' })
  await settle()
  return begun
}

async function notify(begun: FakeLine, cseq: number, status: string, state = 'active;expires=60'): Promise<void> {
  const headers = ['Event: refer', `Subscription-State: ${state}`, 'Content-Type: message/sipfrag;version=2.0']
  const [head = '', body] = request({ method: 'NOTIFY', branch: `z9hG4bKn${cseq}`, cseq, headers, body: status })
    .replace('Content-Type: application/sdp\r\n', '')
    .split('\r\n\r\n')
  const tag = /tag=([^;]+)/.exec(begun.server.sent('180')[0]?.header('To') ?? '')?.[1] ?? ''
  begun.server.socket.say(`${head.replace(/^(To: .*)$/m, `$1;tag=${tag}`)}\r\n\r\n${body}`)
  await settle()
}

const stages = (begun: FakeLine) => begun.told('transfer').map((fact) => 'stage' in fact && fact.stage)

test('a blind transfer is done when the last NOTIFY says so, and then left', async () => {
  const begun = await asked()
  const [refer] = begun.server.sent('REFER')
  await answerLast(begun, 'REFER', '202 Accepted')

  await notify(begun, 2, 'SIP/2.0 100 Trying')
  await notify(begun, 3, 'SIP/2.0 180 Ringing')
  await notify(begun, 4, 'SIP/2.0 180 Ringing')
  expect(begun.server.sent('BYE')).toHaveLength(0)
  await notify(begun, 5, 'SIP/2.0 200 OK', 'terminated;reason=noresource')

  expect(refer?.header('Refer-To')).toBe('<sip:10086@sip.example>')
  expect(refer?.header('Referred-By')).toContain('67470002@sip.example')
  expect(stages(begun)).toEqual(['asked', 'ringing', 'done'])
  expect(begun.server.sent('BYE')).toHaveLength(1)
  expect(begun.told('ended')).toMatchObject([{ cause: 'we-ended' }])
})

test('a far side that hangs up first is not hung up on again', async () => {
  const begun = await asked()
  await answerLast(begun, 'REFER', '202 Accepted')

  say(begun, 'BYE')
  await settle()
  await notify(begun, 3, 'SIP/2.0 200 OK', 'terminated')

  expect(begun.server.sent('BYE')).toHaveLength(0)
  expect(begun.server.sent('481')).toHaveLength(1)
  expect(begun.told('ended')).toMatchObject([{ cause: 'far-side-hung-up' }])
})

test('a target that refuses gives the call back', async () => {
  const begun = await asked()
  await answerLast(begun, 'REFER', '202 Accepted')

  await notify(begun, 2, 'SIP/2.0 486 Busy Here', 'terminated')

  expect(begun.told('transfer').at(-1)).toEqual({ type: 'transfer', dialogId: 'd1', stage: 'failed', code: 486 })
  expect(begun.told('ended')).toEqual([])
})

test('a far side that does not transfer says so, and can be asked again', async () => {
  const begun = await asked()

  await answerLast(begun, 'REFER', '603 Decline')
  void begun.line.command({ verb: 'transfer', dialogId: 'd1', to: '10010' })
  await settle()

  expect(begun.told('transfer')).toEqual([{ type: 'transfer', dialogId: 'd1', stage: 'failed', code: 603 }])
  expect(begun.server.sent('REFER')).toHaveLength(2)
})

test('a NOTIFY may be faster than the answer to the REFER', async () => {
  const begun = await asked()

  await notify(begun, 2, 'SIP/2.0 200 OK', 'terminated')
  await answerLast(begun, 'REFER', '202 Accepted')

  expect(stages(begun)).toEqual(['done'])
})

test('a far side that never tells what became of it has failed', async () => {
  const begun = await asked()
  await answerLast(begun, 'REFER', '202 Accepted')
  await notify(begun, 2, 'SIP/2.0 100 Trying', 'active;expires=20')

  await vi.advanceTimersByTimeAsync(20_000)

  expect(stages(begun)).toEqual(['asked', 'failed'])
})

test('NOTIFYs that nobody asked for are refused', async () => {
  const begun = await talkingLine()

  await notify(begun, 2, 'SIP/2.0 200 OK', 'terminated')

  expect(begun.server.sent('481')).toHaveLength(1)
  expect(begun.told('transfer')).toEqual([])
})

test('an attended transfer names the dialog to be replaced, and leaves both', async () => {
  const begun = await talkingLine()
  await begun.line.command({ verb: 'dial', dialogId: 'consult', number: '6002' })
  await settle()
  await answerLast(begun, 'INVITE', '200 OK', { body: 'their-answer' })
  const invite = begun.server.sent('INVITE').at(-1)

  void begun.line.command({ verb: 'transfer', dialogId: 'd1', to: '6002', replaces: 'consult' })
  await settle()
  const referTo = decodeURIComponent(begun.server.sent('REFER')[0]?.header('Refer-To') ?? '')
  await answerLast(begun, 'REFER', '202 Accepted')
  await notify(begun, 2, 'SIP/2.0 200 OK', 'terminated')

  const ours = /tag=(\w+)/.exec(invite?.header('From') ?? '')?.[1]
  expect(referTo).toContain(`?Replaces=${invite?.header('Call-ID')};to-tag=server;from-tag=${ours}>`)
  expect(begun.told('transfer').filter((fact) => 'stage' in fact && fact.stage === 'done')).toHaveLength(2)
  expect(begun.told('ended').map((fact) => 'dialogId' in fact && fact.dialogId)).toEqual(['d1', 'consult'])
  expect(begun.server.sent('BYE')).toHaveLength(2)
})

test('nothing can be joined to a call that is not answered', async () => {
  const begun = await talkingLine()
  await begun.line.command({ verb: 'dial', dialogId: 'consult', number: '6002' })
  await settle()

  const joined = begun.line.command({ verb: 'transfer', dialogId: 'd1', to: '6002', replaces: 'consult' })

  await expect(joined).rejects.toThrow('not answered yet')
})

test('after a challenge the next request has a number of its own', async () => {
  const begun = await dialledLine()
  void begun.line.command({ verb: 'transfer', dialogId: 'd1', to: '10086' })
  await settle()

  const [refer] = begun.server.sent('REFER')
  const proxy = challenge.map((header) => header.replace('WWW', 'Proxy'))
  if (refer !== undefined) begun.server.socket.say(answer(refer, '407 Proxy Authentication Required', proxy))
  await settle()
  await answerLast(begun, 'REFER', '202 Accepted')
  await begun.line.command({ verb: 'hang-up', dialogId: 'd1' })
  await settle()

  const numbers = ['REFER', 'BYE'].flatMap((method) => begun.server.sent(method)).map((sent) => sent.header('CSeq'))
  expect(new Set(numbers.map((number) => number.split(' ')[0])).size).toBe(3)
})
