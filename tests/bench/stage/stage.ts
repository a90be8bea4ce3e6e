import * as playwright from '@playwright/test'
import { type App, type Driver, launchApp } from '../../e2e/fixtures/app.ts'
import type { WhenRegistered } from '../../e2e/fixtures/hands.ts'
import { prepareLaunch, type StartOptions } from '../../e2e/fixtures/start.ts'
import type { Centre } from '../../simulator/centre.ts'
import { type CentreOptions, startCentre } from '../../simulator/start-centre.ts'
import { type Desktop, startDesktop } from '../../support/desktop/desktop.ts'
import { type BareElectron, type BareWindow, openBare } from '../bare/bare-electron.ts'
import { openPlain, type PlainApp } from './plain-app.ts'

/** A desktop to measure on, and everything that a measure starts on it. */
export interface Stage {
  readonly desktop: Desktop
  centre(options?: CentreOptions): Promise<Centre>
  /** The packaged app with an agent's hands at it. */
  app(centre: Centre, options?: StartOptions): Promise<App>
  /** The packaged app without anybody's instrument in it, and its process. */
  plain(centre: Centre, options?: StartOptions): Promise<PlainApp>
  /** The same runtime with the same flags, and nothing of Earshot. */
  bare(windows: readonly BareWindow[], env?: NodeJS.ProcessEnv): Promise<BareElectron>
  /** To be closed when this measure is over. */
  keep(open: { close(): Promise<void> }): void
  /** Ends what was started since the last time. */
  clear(): Promise<void>
  stop(): Promise<void>
}

const driver: Pick<Driver, '_electron' | 'chromium'> = playwright

export async function openStage(): Promise<Stage> {
  const desktop = await startDesktop()
  const open: { close(): Promise<void> }[] = []
  const clear = async () => {
    for (const one of open.splice(0).reverse()) await one.close()
    await desktop.tidy()
  }
  const kept = <T>(one: T, close: () => Promise<void>): T => {
    open.push({ close })
    return one
  }
  return {
    desktop,
    centre: async (options) => {
      const centre = await startCentre(options)
      return kept(centre, centre.stop)
    },
    app: async (centre, options = {}) => {
      const app = await started('Earshot', async () => {
        const launch = await prepareLaunch(options, { desktop, centre })
        return launchApp(driver as Driver, launch, whenRegisteredAt(centre))
      })
      return kept(app, app.kill)
    },
    plain: async (centre, options = {}) => {
      const app = openPlain(await prepareLaunch(options, { desktop, centre }))
      return kept(app, app.close)
    },
    bare: async (windows, env = {}) => {
      const bare = await started('the bare app', () => openBare(desktop, windows, env))
      return kept(bare, bare.close)
    },
    keep: (one) => void open.push(one),
    clear,
    stop: async () => {
      await clear()
      await desktop.stop()
    },
  }
}

/** A start that failed is said and tried once more: nothing was measured by then. */
async function started<T>(what: string, start: () => Promise<T>): Promise<T> {
  try {
    return await start()
  } catch (error) {
    console.error(`${what} did not start; once more.`, error)
    return start()
  }
}

export function whenRegisteredAt(centre: Centre): WhenRegistered {
  return async (number) => centre.agents.find((agent) => agent.softphoneNumber === number)?.becomesRegistered()
}
