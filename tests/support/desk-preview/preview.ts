import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronRuntime } from '../../runtime/electron.ts'
import type { Scene } from './scenes.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Shot {
  readonly language: string
  readonly theme: string
  readonly file: string
}

export interface Preview {
  /** Takes the picture and answers with what axe and the policy found wrong, one line each. */
  shoot(scene: Scene, shot: Shot): Promise<readonly string[]>
  close(): Promise<void>
}

export async function openPreview(url: string): Promise<Preview> {
  const { path } = await electronRuntime()
  const app = await _electron.launch({ executablePath: path, args: ['--no-sandbox', join(import.meta.dirname, 'app')] })
  const page = await app.firstWindow()
  return {
    shoot: (scene, shot) => shoot({ app, page, url }, scene, shot),
    close: () => app.close(),
  }
}

async function shoot(
  { app, page, url }: { app: ElectronApplication; page: Page; url: string },
  scene: Scene,
  { language, theme, file }: Shot,
): Promise<readonly string[]> {
  const { width = 1280, height = 800 } = scene
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.setContentSize(size.width, size.height)
    },
    { width, height },
  )
  const state = scene.state({ language, theme })
  await page.goto(`${url}/blank`)
  await page.addInitScript((given) => Object.assign(window, { pretendState: given }), state)
  await page.goto(`${url}/${scene.page ?? 'desk'}.html`)
  await page.waitForFunction(() => !document.querySelector('.skeleton'))
  await scene.act?.(page)
  await page.waitForTimeout(250)
  await page.screenshot({ path: file })
  return [
    ...(await axeFindings(page)),
    ...(await page.evaluate(() => window.pretend.violations)).map((line) => `policy: ${line}`),
  ]
}

async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource)
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) =>
          `axe ${id}: ${html.slice(0, 120)} ${failureSummary?.replace(/\s+/g, ' ').slice(0, 200)}`,
      ),
    )
  })
  return found
}
