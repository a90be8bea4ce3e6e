import { expect, test } from 'vitest'
import { pagesShape } from '#main/profile/pages.ts'
import { stageCrm } from './open.ts'

test('a sign-in is asked for until the right one is given', async () => {
  const { ask } = await stageCrm()
  const signed = (words: string) => ({ headers: { Authorization: `Basic ${Buffer.from(words).toString('base64')}` } })

  const asked = await ask('/mischief/sign-in')

  expect(asked).toMatchObject({ status: 401, headers: { 'www-authenticate': expect.stringContaining('Lotus CRM') } })
  expect((await ask('/mischief/sign-in', signed('bob:wrong'))).status).toBe(401)
  expect((await ask('/mischief/sign-in', signed('bob:lotus'))).text).toContain('Signed in as bob')
})

test('redirects lead nowhere, elsewhere, and where no page may go', async () => {
  const { crm, ask } = await stageCrm()
  const to = async (path: string) => (await ask(path)).headers.location

  expect(await to('/mischief/redirect-loop?turn=3')).toBe('/mischief/redirect-loop?turn=4')
  expect(await to('/mischief/redirect-elsewhere')).toContain(crm.origins.foreign)
  expect(await to('/mischief/redirect-to-file')).toBe('file:///etc/passwd')
})

test('an answer can be empty, end halfway, or be none', async () => {
  const { ask } = await stageCrm()

  await expect(ask('/mischief/empty')).rejects.toThrow('socket hang up')
  await expect(ask('/mischief/half-a-page')).rejects.toThrow('aborted')
  expect((await ask('/mischief/nothing')).status).toBe(204)
  expect((await ask('/mischief/server-error')).status).toBe(500)
})

test.each([
  ['expired', 'certificate has expired'],
  ['untrusted', 'unable to verify|self.signed|signature'],
  ['wrong-host', 'altnames'],
] as const)('the door %s has a certificate that nobody should take', async (door, why) => {
  const { ask } = await stageCrm()

  await expect(ask('/', {}, door)).rejects.toThrow(new RegExp(why))
})

test('the door that asks for a certificate shows nothing to whoever has none', async () => {
  const { ask } = await stageCrm()

  const { status, text } = await ask('/customer?q=13800138000', {}, 'asks-certificate')

  expect(status).toBe(403)
  expect(text).not.toContain('王小明')
})

test('a page that misbehaves at its server is asked for there', async () => {
  const { crm } = await stageCrm()

  expect(crm.misbehaving('redirect-loop').url).toBe(`${crm.origins.main}/mischief/redirect-loop`)
  expect(crm.misbehaving('hang').url).toBe(`${crm.origins.main}/misbehaving?how=hang`)
})

test('Earshot takes every page of the CRM in its profile', async () => {
  const { crm } = await stageCrm()
  const pages = (['customer', 'ticket', 'workbench', 'openeye'] as const).map((which) => crm.page(which))

  expect(pagesShape.safeParse([...pages, crm.misbehaving('hang')])).toMatchObject({ success: true })
})
