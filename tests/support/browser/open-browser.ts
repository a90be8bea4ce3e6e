import { join } from 'node:path'
import type { Page, PlaywrightWorkerArgs } from '@playwright/test'
import { electronRuntime } from '../../runtime/electron.ts'
import type { Desktop } from '../desktop/desktop.ts'

export interface Browser {
  readonly page: Page
  close(): Promise<void>
}

/** The agent's own browser, another program beside Earshot: the same Chromium, nothing of ours in it. */
export async function openBrowser(driver: PlaywrightWorkerArgs['playwright'], desktop: Desktop): Promise<Browser> {
  const { path } = await electronRuntime()
  const env = await desktop.freshEnvironment()
  const electron = await driver._electron.launch({
    executablePath: path,
    args: [
      join(import.meta.dirname, 'program'),
      `--user-data-dir=${join(env.HOME ?? '', 'browser')}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    env: Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  })
  return { page: await electron.firstWindow(), close: () => electron.close() }
}
