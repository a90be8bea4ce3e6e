import { bobTalks } from './fixtures/calls/people.ts'
import { listenAt } from './fixtures/ears.ts'
import { comeToWork } from './fixtures/work.ts'
import { expect, test } from './fixtures.ts'

test('keys reach the far side, and a secret is not shown', async ({ centre, desktop, earshot }) => {
  const app = await earshot.start()
  await comeToWork(app, centre)
  const bob = await bobTalks(app, centre, listenAt(desktop, 'headset'))
  const keypad = app.desk.getByRole('group', { name: app.words('keypad'), exact: true })
  const sent = keypad.getByRole('status', { name: app.words('keypad_sent') })

  await test.step('pressed, and typed on the keyboard', async () => {
    await app.press('keypad')
    await keypad.getByRole('button', { name: '1', exact: false }).first().click()
    await app.desk.keyboard.type('23#')
    await expect.poll(() => bob.keys).toBe('123#')
    await expect(sent).toHaveText('123#')
    await app.axe()
    await app.shot('keypad')
  })

  await test.step('secret', async () => {
    await keypad.getByRole('checkbox').check()
    await keypad.focus()
    await app.desk.keyboard.type('4711')
    await expect.poll(() => bob.keys).toBe('123#4711')
    await expect(sent).toHaveText('123#••••')
  })

  bob.hangUp()
  await app.expectState('state_wrap_up')
})
