import { rmSync } from 'node:fs'
import * as playwright from '@playwright/test'
import { type App, launchApp } from '../../../e2e/fixtures/app.ts'
import { listenAt } from '../../../e2e/fixtures/ears.ts'
import { prepareLaunch } from '../../../e2e/fixtures/start.ts'
import type { Centre } from '../../../simulator/centre.ts'
import { startCentre } from '../../../simulator/start-centre.ts'
import type { Ear } from '../../../simulator/voice/ear.ts'
import { type Desktop, startDesktop } from '../../../support/desktop/desktop.ts'

/** Where the tour takes place: a desktop of its own, a contact centre, Earshot, and somebody who listens. */
export interface Scene {
  readonly desktop: Desktop
  readonly centre: Centre
  /** Beside the agent, at the headset. */
  readonly headset: Ear
  openEarshot(): Promise<App>
  /** Null before it is opened. */
  readonly app: () => App | null
  stop(): Promise<void>
}

export async function openScene(): Promise<Scene> {
  const [desktop, centre] = await Promise.all([startDesktop(), startCentre()])
  // Its programs end with this process in any case, its folder only so.
  process.once('exit', () => rmSync(desktop.folder, { recursive: true, force: true }))
  let app: App | null = null
  return {
    desktop,
    centre,
    headset: listenAt(desktop, 'headset'),
    app: () => app,
    openEarshot: async () => {
      const crm = await centre.openCrm()
      const launch = await prepareLaunch({ chat: {}, pages: [crm.page('customer')] }, { desktop, centre })
      app = await launchApp(playwright, launch, () => centre.agent('6001').becomesRegistered())
      return app
    },
    stop: async () => {
      await app?.kill()
      await Promise.all([centre.stop(), desktop.stop()])
    },
  }
}
