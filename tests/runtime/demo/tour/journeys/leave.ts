import { expectEqual, type Guide } from '../guide.ts'
import { patienceMs } from '../patience.ts'

/** Quitting signs out and takes the line back. */
export async function leave({ app, centre, desktop, step }: Guide): Promise<void> {
  const agent = centre.agent('6001')
  await step(
    'quit',
    'Earshot is quit',
    async (check) => {
      // Seen to outlive Earshot on the last picture.
      await desktop.openOtherProgram()
      const main = app.electron.process()
      await app.quit()
      await check('exit code', () => expectEqual(main.exitCode, 0))
      await check('signed out', () => agent.becomes('signed-out', patienceMs))
      await check('unregistered', () => agent.becomesRegistered(false, patienceMs))
    },
    'screen',
  )
}
