import { fillSignIn } from '../../fill-sign-in.ts'
import type { Guide } from '../guide.ts'
import { expect, patienceMs } from '../patience.ts'
import type { Scene } from '../scene.ts'
import type { TakeStep } from '../steps.ts'

/** From nothing to an agent who can be called; gives what the other journeys are taken with. */
export async function signIn(scene: Scene, step: TakeStep): Promise<Guide> {
  const { desktop, centre, headset } = scene
  const agent = centre.agent('6001')
  const app = await step('sign-in-form', 'Earshot opens, the sign-in form is filled in', async (check) => {
    const opened = await scene.openEarshot()
    await check('the sign-in form is there', () => expect(opened.button('sign_in')).toBeVisible())
    await fillSignIn(opened.desk, opened.words)
    return opened
  })

  await step('signed-in', 'Signed in: busy until the line is there', async (check) => {
    await app.press('sign_in')
    await check('the desk says busy', () => app.expectState('state_busy', { timeout: patienceMs }))
    await check('softphone registered', async () => {
      await agent.becomesRegistered(true, patienceMs)
      return agent.softphoneNumber
    })
  })

  await step('idle', 'Idle: calls may come', async (check) => {
    await app.goIdle()
    await check('the platform agrees', () => agent.becomes('idle', patienceMs))
  })
  return { desktop, centre, headset, app, step }
}
