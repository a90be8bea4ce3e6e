import { expect, test } from 'vitest'
import { createEmails } from '#main/chats/email/drop-email.ts'
import type { Answer, Asked } from '#main/chats/files/store/ask.ts'

async function drop(answer: Answer) {
  const asked: Asked[] = []
  const ask = async (one: Asked) => {
    asked.push(one)
    return answer
  }
  const url = 'https://files.example:8443/apiaccess/ccmessaging'
  const { requests } = createEmails({ site: () => ({ url, appKey: 'app', ask }), guid: () => 'the-guid' })
  const result = await requests['emails.drop']({ chatId: 'c1', messageId: 'm"1' })
  return { result, asked }
}

const said = (body: string): Answer => ({ ok: true, contentType: 'application/json', body: Buffer.from(body) })

test('the e-mail’s id goes to the company’s server, with the agent’s credential', async () => {
  const { result, asked } = await drop(said('{"resultCode":"0"}'))

  expect(result).toEqual({ ok: true })
  expect(asked[0]?.url.href).toBe('https://files.example:8443/apiaccess/rest/ccmessaging/v1/emailchannel/dropMail')
  expect(asked[0]?.headers).toMatchObject({ guid: 'the-guid', 'x-app-key': 'app' })
  expect(Buffer.concat([...(asked[0]?.pieces ?? [])]).toString()).toBe('{"emailId":"m\\"1"}')
})

test.each([
  ['{"resultCode":"0000"}', { ok: true }],
  ['{"resultCode":0}', { ok: true }],
  ['', { ok: true }],
  ['<html>', { ok: true }],
  ['{"resultCode":"400-7"}', { ok: false, reason: 'refused', retcode: '400-7' }],
])('%j is read for what it says', async (body, result) => {
  expect((await drop(said(body))).result).toEqual(result)
})

test('what goes wrong on the way is told', async () => {
  expect((await drop({ ok: false, reason: 'no-answer', sent: true })).result).toEqual({
    ok: false,
    reason: 'no-answer',
  })
  expect((await drop({ ok: false, reason: 'not-found', sent: true })).result).toEqual({ ok: false, reason: 'refused' })
})

test('a site without such a server cannot', async () => {
  const { requests } = createEmails({ site: () => null, guid: () => null })

  expect(await requests['emails.drop']({ chatId: 'c1', messageId: 'm1' })).toEqual({
    ok: false,
    reason: 'not-possible-now',
  })
})
