import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Centre } from '../simulator/centre.ts'
import { answer, comeToWork, expectRinging } from './fixtures/work.ts'
import { type App, expect, test } from './fixtures.ts'

const TALKED = '13800138001'
const MISSED = '075528780808'

test('calls made and missed are found after a restart, called back, and removed', async ({ centre, earshot }) => {
  const first = await earshot.start({ audio: 'fake' })
  await comeToWork(first, centre)
  await test.step('one is missed, one is answered', () => missAndTalk(first, centre))
  await first.quit()

  const second = await earshot.start({ audio: 'fake', after: first.launch })
  await comeToWork(second, centre)
  await test.step('both are there after a restart, and the missed one is still new', async () => {
    await openHistory(second)
    await expect(rows(second)).toHaveCount(2)
    await expect(second.desk.getByText(second.words('unseen'), { exact: true })).toBeVisible()
  })
  await test.step('part of a number, of a queue, and a filter find', () => seek(second))
  await test.step('the number is copied as machines dial it', () => copyNumber(second))
  await test.step('called back with Enter', () => callBack(second, centre))
  await test.step('removed: one, then all', () => removeOneThenAll(second))
  await second.quit()

  const kept = await readFile(join(second.launch.userData, 'history.db'), 'latin1')
  for (const number of [TALKED, MISSED]) expect(kept).not.toContain(number)
})

test('a note typed during a call is there after the app is killed', async ({ centre, earshot }) => {
  const first = await earshot.start({ audio: 'fake', language: 'zh-CN' })
  await comeToWork(first, centre)
  const call = centre.customer({ number: TALKED, tone: 440 }).callQueue('Support')
  await expectRinging(first)
  await answer(first, call)

  await note(first).pressSequentially('wants a refund 退款', { delay: 20 })
  await expect(first.desk.getByText(first.words('note_kept'), { exact: true })).toBeVisible()
  await first.axe()
  await first.shot('history-note')
  await first.kill()
  call.hangUp()

  const second = await earshot.start({ audio: 'fake', language: 'zh-CN', after: first.launch })
  // The platform does not know yet that the other one is dead.
  await second.trySignIn({ workNumber: '6001' })
  await second.press('sign_in_force')
  await openHistory(second)
  await search(second, '退款')
  await expect(rows(second)).toHaveCount(1)
  await rows(second).first().click()
  await expect(note(second)).toHaveValue('wants a refund 退款')
  await second.shot('history-note-after')
})

async function missAndTalk(app: App, centre: Centre): Promise<void> {
  const missed = centre.customer({ number: MISSED }).callQueue('Support')
  await expectRinging(app)
  missed.hangUp()
  await expect(app.button('answer')).toHaveCount(0)
  const talked = centre.customer({ number: TALKED, tone: 440 }).callQueue('Support')
  await expectRinging(app)
  await answer(app, talked)
  talked.hangUp()
  await app.expectState('state_wrap_up')
  await openHistory(app)
  await expect(rows(app)).toHaveCount(2)
  await app.axe()
  await app.shot('history')
}

async function seek(app: App): Promise<void> {
  await search(app, '0013 8001')
  await expect(rows(app)).toHaveCount(1)
  await search(app, 'supp')
  await expect(rows(app)).toHaveCount(2)
  await app.press('history_missed')
  await expect(rows(app)).toHaveCount(1)
  await app.press('history_all')
  await search(app, '77777')
  await expect(app.desk.getByText(app.words('history_none_found'))).toBeVisible()
}

async function copyNumber(app: App): Promise<void> {
  await search(app, '138')
  await rows(app).first().click()
  await app.press('history_copy')
  await expect(app.button('history_copied')).toBeVisible()
  await app.desk.keyboard.press('Control+f')
  await app.desk.keyboard.press('Control+v')
  await expect(searchField(app)).toHaveValue(TALKED)
}

async function callBack(app: App, centre: Centre): Promise<void> {
  const called = centre.customer({ number: TALKED, tone: 440 }).nextCall()
  await rows(app).first().focus()
  await app.desk.keyboard.press('Enter')
  const call = await called
  expect(await call.talking).toBe(true)
  call.hangUp()
  await call.ended
}

async function removeOneThenAll(app: App): Promise<void> {
  await search(app, '')
  await expect(rows(app)).toHaveCount(3)
  await rows(app).last().click()
  await app.desk.keyboard.press('Delete')
  await app.press('history_remove_yes')
  await expect(rows(app)).toHaveCount(2)
  await expect(app.desk.getByText(app.words('no_missed_calls'))).toBeVisible()
  await app.press('history_clear')
  await app.axe()
  await app.press('history_clear_yes')
  await expect(app.desk.getByText(app.words('history_empty'))).toBeVisible()
}

async function openHistory(app: App): Promise<void> {
  await app.desk
    .getByRole('navigation')
    .getByRole('button', { name: app.words('history'), exact: true })
    .click()
}

function searchField(app: App) {
  return app.desk.getByRole('searchbox', { name: app.words('history_search') })
}

async function search(app: App, text: string): Promise<void> {
  await searchField(app).fill(text)
}

function rows(app: App) {
  return app.desk.getByRole('region', { name: app.words('history_list'), exact: true }).locator('[data-place]')
}

function note(app: App) {
  return app.desk.getByRole('textbox', { name: app.words('note'), exact: true })
}
