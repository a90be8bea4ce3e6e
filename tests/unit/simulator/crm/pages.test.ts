import { expect, test } from 'vitest'
import { findPeople, people } from '#simulator/crm/people.ts'
import { awkwardName, supportScript } from '#simulator/crm/routes.ts'
import { stageCrm } from './open.ts'

const formType = 'application/x-www-form-urlencoded'

test('a page by GET shows who calls and what it was told, and the visit is kept', async () => {
  const { crm, ask } = await stageCrm()

  const { text } = await ask('/customer?callerNum=13800138000&calldata=%3Cb%3E')

  expect(text).toContain('王小明')
  expect(text).toContain('<dd data-told="calldata">&#60;b&#62;</dd>')
  expect(crm.visits).toMatchObject([
    {
      door: 'main',
      method: 'GET',
      path: '/customer',
      query: { callerNum: '13800138000', calldata: '<b>' },
      form: null,
    },
  ])
})

test('a page by POST is told the same in its form', async () => {
  const { crm, ask } = await stageCrm()

  const asked = { method: 'POST', headers: { 'Content-Type': formType }, body: 'callerNum=13800138001&callid=7' }
  const { text } = await ask('/ticket', asked)

  expect(text).toContain('Ticket for José Núñez y García')
  expect(crm.visits).toMatchObject([{ query: {}, form: { callerNum: '13800138001', callid: '7' } }])
})

test('of a file that is sent in a form the name is kept', async () => {
  const { crm, ask } = await stageCrm()
  const form = new FormData()
  form.set('text', '你好')
  form.set('attachment', new File(['hello'], '合同.pdf'))
  const packed = new Response(form)

  const type = packed.headers.get('content-type') ?? ''
  await ask('/ticket/save', { method: 'POST', headers: { 'Content-Type': type }, body: await packed.text() })

  expect(crm.visits.at(-1)?.form).toEqual({ text: '你好', attachment: '合同.pdf' })
})

test('people are found by a number in any spelling, and by part of a name', () => {
  expect(people.size).toBe(300)
  for (const text of ['13800138000', '+86 138 0013 8000', '013800138000'])
    expect(findPeople(text).map(({ name }) => name)).toEqual(['王小明'])
  expect(findPeople('núñez').length).toBeGreaterThan(1)
  expect(findPeople('4711')).toEqual([])
})

test('a name that looks like HTML is shown as it is', async () => {
  const { ask } = await stageCrm()

  const { text } = await ask('/customer?callerNum=13800138006')

  expect(text).toContain('Bob &#60;b&#62;O’Brien')
  expect(text).not.toContain('<b>O’Brien')
})

test('a file comes with a name that no file may have', async () => {
  const { ask } = await stageCrm()

  const { headers } = await ask('/files/contract')

  const disposition = String(headers['content-disposition'])
  expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(awkwardName)
})

test('whoever loads the support script from here is told that nobody gave it one', async () => {
  const { crm, ask } = await stageCrm()

  expect((await ask(supportScript)).text).toContain('not intercepted')
  await expect(crm.waitFor(({ path }) => path === supportScript)).resolves.toMatchObject({ method: 'GET' })
})

test('every script that a page names is there', async () => {
  const { ask } = await stageCrm()
  const pages = ['/customer?q=13800138000', '/ticket', '/workbench', '/calling-frame', '/openeye', '/misbehaving']
  const texts = await Promise.all(pages.map(async (path) => (await ask(path)).text))
  const named = texts.flatMap((text) => [...text.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, at]) => at))

  const answers = await Promise.all([...new Set(named)].map((path) => ask(path ?? '')))

  expect(answers.length).toBeGreaterThan(6)
  expect(answers.filter(({ status }) => status !== 200)).toEqual([])
})
