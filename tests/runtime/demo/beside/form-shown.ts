import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { lookAgain } from '../../../e2e/fixtures/second-look.ts'
import { wordsOf } from '../../../e2e/fixtures/words.ts'
import { until } from '../../../support/desktop/programs.ts'
import { fillSignIn } from '../fill-sign-in.ts'
import type { Earshot } from './earshot.ts'

const shownWithinMs = 60_000

/** Fills in the sign-in form once it is there and lets go of Earshot. */
export async function formShown(earshot: Earshot): Promise<void> {
  await until('Earshot to open its windows', async () => portKnown(earshot), { timeoutMs: shownWithinMs, everyMs: 50 })
  const desk = await lookAgain(chromium, earshot.userData, /\/desk\.html/)
  try {
    await fillSignIn(desk, wordsOf(await languageOf(desk)))
  } finally {
    await desk.context().browser()?.close()
  }
}

function portKnown({ running, userData }: Earshot): boolean {
  if (!running()) throw new Error('Earshot ended before it showed anything')
  return existsSync(join(userData, 'DevToolsActivePort'))
}

async function languageOf(desk: Page): Promise<'en' | 'zh-CN'> {
  const language = await desk.evaluate(() => document.documentElement.lang)
  return language === 'zh-CN' ? 'zh-CN' : 'en'
}
