import { OTHER_PROGRAM } from '../../../../support/desktop/other-program.ts'
import {
  checkBothHeard,
  checkNobodyHeardBefore,
  expectEqual,
  expectRinging,
  finishWrapUp,
  type Guide,
} from '../guide.ts'
import { expect, patienceMs } from '../patience.ts'
import type { Check } from '../steps.ts'

const number = '13900139001'
const hz = 370

/** The agent's hands are in another program, and stay there. */
export async function fromAnywhere(guide: Guide): Promise<void> {
  const { app, centre, desktop, step } = guide
  const other = await desktop.openOtherProgram()
  const call = await step(
    'rings-elsewhere',
    'A second customer calls while another program has the focus',
    async (check) => {
      const calling = centre.customer({ number, tone: hz }).callQueue('Support')
      await check('the desk shows', () => expectRinging(guide, number))
      await check('the alert window is up, with Answer', () => expectAlert(guide))
      await checkFocus(guide, check)
      return calling
    },
    'screen',
  )

  await step(
    'answered-by-hotkey',
    'Answered by Ctrl+Alt+A, pressed in the other program',
    async (check) => {
      await desktop.pressKey('ctrl+alt+a')
      await check('the platform says that they talk', async () => expect(await call.talking).toBe(true))
      await checkBothHeard(guide, check, call, hz)
      await checkNobodyHeardBefore(guide, check)
      await check('the alert window is gone', () => expect.poll(() => alertIsUp(guide)).toBe(false))
      await checkFocus(guide, check)
    },
    'screen',
  )

  await step('hung-up-by-hotkey', 'Hung up by Ctrl+Alt+H', async (check) => {
    await desktop.pressKey('ctrl+alt+h')
    await check('ended', async () => expectEqual(await call.ended, 'agent-hung-up'))
    await checkFocus(guide, check)
    await check('the desk says wrap-up', () => app.expectState('state_wrap_up', { timeout: patienceMs }))
    await finishWrapUp(guide, check)
  })
  await other.stop()
}

async function expectAlert(guide: Guide): Promise<void> {
  const alert = await guide.app.window('alert')
  await expect(alert.getByRole('button', { name: guide.app.words('answer'), exact: true })).toBeVisible()
  await expect.poll(() => alertIsUp(guide)).toBe(true)
}

/** Asked of Electron: the page of a hidden window is as visible to itself as that of a shown one. */
function alertIsUp({ app }: Guide): Promise<boolean> {
  return app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(
      (window) => window.isVisible() && window.webContents.getURL().includes('/alert.html'),
    ),
  )
}

function checkFocus({ desktop }: Guide, check: Check): Promise<void> {
  return check('the other program keeps the focus', async () => {
    expect((await desktop.focusedWindow())?.title).toBe(OTHER_PROGRAM)
  })
}
