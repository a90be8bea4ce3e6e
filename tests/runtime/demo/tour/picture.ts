import type { Page } from '@playwright/test'
import type { Desktop } from '../../../support/desktop/desktop.ts'
import type { Scene } from './scene.ts'

/** The desk alone, or the whole screen it is on. */
export type Picture = 'desk' | 'screen'

export async function takePicture({ desktop, app }: Scene, picture: Picture, path: string): Promise<void> {
  const earshot = picture === 'desk' ? app() : null
  if (earshot === null) await desktop.screenshot(path)
  else await pictureOfDesk(() => earshot.desk, desktop, path)
}

/** A desk that can not be seen any more is seen best on the screen. */
async function pictureOfDesk(desk: () => Page, desktop: Desktop, path: string): Promise<void> {
  try {
    // Nothing is to look as if it were pointed at.
    await desk().mouse.move(640, 600)
    await desk().screenshot({ path, timeout: 10_000 })
  } catch {
    await desktop.screenshot(path)
  }
}
