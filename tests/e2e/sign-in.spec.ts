import { type App, expect, formOf, test } from './fixtures.ts'

for (const transport of ['websocket', 'poll'] as const) {
  test(`a sign-in that cannot be says what to do, over ${transport}`, async ({ centre, earshot }) => {
    const app = await earshot.start({ transport, audio: 'fake' })

    await refused(app, { workNumber: '6001', password: 'wrong' }, 'sign_in_wrong_credentials', '100-004')
    await app.axe()
    await app.shot(`sign-in-${transport}-wrong`)
    await refused(app, { ...formOf('6001'), workNumber: '6999' }, 'sign_in_wrong_credentials', '100-004')
    await refused(app, { workNumber: '6005' }, 'sign_in_softphone_out_of_range', '100-014')
    await refused(app, { workNumber: '6006' }, 'sign_in_already_for_good', '100-015')
    await refused(app, { workNumber: '6007' }, 'sign_in_account_locked')

    centre.behaviour.licenceFull = true
    await refused(app, { workNumber: '6001' }, 'sign_in_licence_full')
    centre.behaviour.licenceFull = false
    await app.signIn({ workNumber: '6001' })
    await app.expectState('state_busy')
  })

  test(`signed in elsewhere: offered to take over, and told when taken over, over ${transport}`, async ({
    centre,
    earshot,
  }) => {
    const app = await earshot.start({ transport, audio: 'fake' })

    await refused(app, { workNumber: '6008' }, 'sign_in_already', '100-002')
    await app.axe()
    await app.shot(`sign-in-${transport}-already`)
    await app.press('sign_in_force')
    await app.expectState('state_busy', { timeout: 15_000 })
    await centre.agent('6008').becomesRegistered()

    centre.agent('6008').signInElsewhere()
    await expect(app.button('sign_in')).toBeVisible({ timeout: 15_000 })
    await expect(app.desk.getByText(app.words('signed_out_elsewhere'))).toBeVisible()
    await centre.agent('6008').becomesRegistered(false)
    await app.axe()
    await app.shot(`sign-in-${transport}-taken-over`)
  })

  test(`a password that must be changed is changed, over ${transport}`, async ({ earshot }) => {
    const app = await earshot.start({ transport, audio: 'fake' })

    await app.trySignIn({ workNumber: '6004' })
    await expect(app.desk.getByText(app.words('password_change_title'))).toBeVisible()
    await app.axe()
    await app.shot(`sign-in-${transport}-change`)
    const field = (name: string) => app.desk.getByLabel(app.words(name), { exact: true })
    await field('password_current').fill('Agent-6004')
    await field('password_new').fill('Better-60040')
    await field('password_repeat').fill('Better-60040')
    await app.press('password_change')

    await app.expectState('state_busy', { timeout: 15_000 })
  })
}

async function refused(
  app: App,
  typed: Parameters<App['trySignIn']>[0],
  sentence: string,
  code?: string,
): Promise<void> {
  await app.trySignIn(typed)
  await expect(app.desk.getByText(app.words(sentence))).toBeVisible()
  if (code) await expect(app.desk.getByText(code)).toBeVisible()
  await expect(app.button('sign_in')).toBeEnabled()
}
