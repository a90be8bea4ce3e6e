import { supportScript } from '../simulator/crm/routes.ts'
import { customerCalls, NUMBER } from './fixtures/outside/customer.ts'
import type { PageBeside } from './fixtures/pages/pages-beside.ts'
import { workWithPages } from './fixtures/pages/work-with-pages.ts'
import { answer, expectRinging } from './fixtures/work.ts'
import { expect, test } from './fixtures.ts'

interface Told {
  readonly name: string
  readonly fields: Readonly<Record<string, unknown>>
}

function toldTo({ run }: PageBeside): Promise<readonly Told[]> {
  return run(`[...document.querySelectorAll('#events li')].map(({ dataset }) =>
    ({ name: dataset.name, fields: JSON.parse(dataset.fields) }))`)
}

test('a page written for Huawei’s workbench is told of its call, in order and with every field', async ({
  centre,
  desktop,
  earshot,
}) => {
  const { app, beside } = await workWithPages({ centre, desktop, earshot }, (crm) => [crm.page('workbench')])
  const call = customerCalls(centre)
  const page = await beside.find('/workbench')

  await expect.poll(async () => (await toldTo(page)).map(({ name }) => name)).toEqual(['Init', 'Ringing'])
  await expectRinging(app)
  await answer(app, call)
  call.hangUp()
  await expect
    .poll(async () => (await toldTo(page)).map(({ name }) => name))
    .toEqual(['Init', 'Ringing', 'Talking', 'Release'])

  const [init, ...ofCall] = await toldTo(page)
  expect(init?.fields).toEqual({ workNo: '6001' })
  for (const { fields } of ofCall) {
    expect(fields).toMatchObject({
      workNo: '6001',
      callerNum: NUMBER,
      callid: call.id,
      mediaType: 'audio',
      callType: '0',
    })
    expect(fields).toHaveProperty('calledNum')
  }
})

test('its script is Earshot’s own where the site says so, and a stranger’s frame has no part in it', async ({
  centre,
  desktop,
  earshot,
}) => {
  const { app, crm, beside } = await workWithPages({ centre, desktop, earshot }, (crm) => [
    crm.page('workbench', { url: `${crm.origins.main}/workbench?given=1` }),
    crm.page('workbench', {
      name: 'Own script',
      url: `${crm.origins.main}/workbench?own=1`,
      servesSupportScript: false,
    }),
  ])
  customerCalls(centre)

  const [given, own] = [await beside.find('/workbench?given'), await beside.find('/workbench?own')]
  await crm.waitFor(({ path }) => path === supportScript)
  await expect.poll(() => own.run('document.documentElement.dataset.supportScript')).toBe('not intercepted')
  expect(await given.run('document.documentElement.dataset.supportScript')).toBeUndefined()
  expect(crm.visits.filter(({ path }) => path === supportScript)).toHaveLength(1)
  for (const page of [given, own]) expect(await page.text('#support')).toBe('AICCSupport is here.')
  expect(await given.run('Object.keys(AICCSupport).sort()')).toEqual(['addHandler', 'clickToOutbound', 'removeHandler'])
  await expect
    .poll(() =>
      app.electron.evaluate(async ({ webContents }, id) => {
        const frames = webContents.fromId(id)?.mainFrame.frames ?? []
        return Promise.all(
          frames.map((frame) => frame.executeJavaScript('document.getElementById("seen")?.textContent')),
        )
      }, given.id),
    )
    .toEqual(expect.arrayContaining(['nothing']))
})
