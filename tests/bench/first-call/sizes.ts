import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { electronRuntime } from '../../runtime/electron.ts'
import { packagedApp, root } from '../../runtime/packaged-app.ts'
import { buildPage } from '../bare/build-page.ts'
import type { Measure, Measured } from '../metric.ts'
import { atMost, noAim, overLimit } from '../report/aims.ts'
import { folderMb } from '../size/folder-size.ts'
import { scriptKb } from '../size/page-script.ts'
import type { Stage } from '../stage/stage.ts'

/** What is built, on the disk. */
export const sizes: Measure = {
  metrics: { desk_js_gzip_kb: atMost(200), phone_js_gzip_kb: noAim, package_mb: overLimit(10) },
  run: async (stage) => ({
    desk_js_gzip_kb: await script(stage, 'desk', 'hello', 'Svelte and one component'),
    phone_js_gzip_kb: await script(stage, 'phone', 'answerer', 'SIP.js alone'),
    package_mb: await packageSize(),
  }),
}

async function script(stage: Stage, window: string, page: string, what: string): Promise<Measured> {
  const { atStart, all } = await scriptKb(join(root, 'out', 'renderer', `${window}.html`))
  const bare = await scriptKb(await buildPage(stage, page))
  return { values: [atStart], parts: { 'with all that is loaded later': [all] }, limit: { what, values: [bare.all] } }
}

/** Languages that the package leaves out are no credit to it: the bare runtime is weighed without them too. */
async function packageSize(): Promise<Measured> {
  const { folder } = packagedApp()
  const runtime = await electronRuntime()
  const isComparable = (path: string) => !path.startsWith('locales/') || existsSync(join(folder, path))
  const bare = await folderMb(runtime.folder, isComparable)
  return { values: [await folderMb(folder)], limit: { what: 'bare Electron, same languages', values: [bare] } }
}
