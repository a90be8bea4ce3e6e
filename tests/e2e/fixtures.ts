import { test as base } from '@playwright/test'
import type { Centre } from '../simulator/centre.ts'
import { type CentreOptions, startCentre } from '../simulator/start-centre.ts'
import { type Desktop, type DesktopOptions, startDesktop } from '../support/desktop/desktop.ts'
import { type App, launchApp } from './fixtures/app.ts'
import { attachEvidence } from './fixtures/evidence.ts'
import { prepareLaunch, type StartOptions } from './fixtures/start.ts'

export { expect } from '@playwright/test'
export type { App } from './fixtures/app.ts'
export { formOf } from './fixtures/hands.ts'
export { AGENT_HZ } from './fixtures/start.ts'
export { wordsOf } from './fixtures/words.ts'

interface Earshot {
  /** Starts the packaged app on the test's desktop, against the test's centre. */
  start(options?: StartOptions): Promise<App>
}

interface TestFixtures {
  centreOptions: CentreOptions
  centre: Centre
  earshot: Earshot
}

interface WorkerFixtures {
  desktopOptions: DesktopOptions
  desktop: Desktop
}

/** For what several tests of a journey begin with. */
export type Fixtures = TestFixtures & WorkerFixtures

/**
 * Each journey gets a desktop of its own (made once for all, tidied for each), a contact centre in a box, and the
 * packaged app; it says what failed with the screen, the logs of every window and each frame on the wire.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  desktopOptions: [{}, { option: true, scope: 'worker' }],
  centreOptions: [{}, { option: true }],
  desktop: [
    async ({ desktopOptions }, use) => {
      const desktop = await startDesktop(desktopOptions)
      await use(desktop)
      await desktop.stop()
    },
    { scope: 'worker' },
  ],
  centre: async ({ centreOptions }, use) => {
    const centre = await startCentre(centreOptions)
    await use(centre)
    await centre.stop()
  },
  earshot: async ({ playwright, desktop, centre }, use, testInfo) => {
    const apps: App[] = []
    await desktop.tidy()
    const whenRegistered = async (number: string) =>
      centre.agents.find((agent) => agent.softphoneNumber === number)?.becomesRegistered()
    await use({
      start: async (options = {}) => {
        const launch = await prepareLaunch(options, { desktop, centre })
        const app = await launchApp(playwright, launch, whenRegistered)
        apps.push(app)
        return app
      },
    })
    if (testInfo.status !== testInfo.expectedStatus) await attachEvidence(testInfo, { desktop, centre, apps })
    for (const app of apps) await app.kill()
  },
})
