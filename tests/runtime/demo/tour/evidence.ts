import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Scene } from './scene.ts'

/** What somebody needs who was not there when a fact failed: the screen, the app's words and logs, the wire. */
export async function keepEvidence({ desktop, centre, app }: Scene, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await desktop.screenshot(join(folder, 'screen.png'))
  await writeFile(join(folder, 'journal.json'), JSON.stringify(centre.journal.entries, null, 1))
  const earshot = app()
  if (earshot === null) return
  await writeFile(join(folder, 'console.txt'), earshot.chronicle.text())
  await cp(join(earshot.launch.userData, 'logs'), join(folder, 'logs'), { recursive: true })
}
