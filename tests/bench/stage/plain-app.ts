import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { Launch } from '../../e2e/fixtures/app.ts'
import { epochNow } from '../../simulator/voice/epoch-now.ts'
import { until } from '../../support/desktop/programs.ts'
import { patiently, startProcess } from './process.ts'

/** A program started as a person starts it; it is looked into from outside, and only while that is needed. */
export interface PlainApp {
  readonly pid: number
  readonly launch: Launch
  /** When its process was started, epoch milliseconds. */
  readonly startedAt: number
  /** Looks at one of its windows; nobody is attached before or after. */
  look<T>(page: RegExp, at: (page: Page) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export function openPlain(launch: Launch): PlainApp {
  const startedAt = epochNow()
  const running = startProcess({ ...launch, args: [...launch.args, '--remote-debugging-port=0'] }, false)
  return {
    pid: running.pid,
    launch,
    startedAt,
    look: (page, at) => patiently(`an answer of ${page}`, look(launch.userData, page, at), running.errors),
    close: running.close,
  }
}

async function look<T>(userData: string, page: RegExp, at: (page: Page) => Promise<T>): Promise<T> {
  const browser = await connect(userData)
  try {
    return await at(await until(`a window with ${page}`, async () => find(browser, page), { timeoutMs: 20_000 }))
  } finally {
    await browser.close()
  }
}

/** Chromium writes its debugging port here once it has one. */
async function connect(userData: string): Promise<Browser> {
  const port = await until('the debugging port', () => portIn(userData), { timeoutMs: 20_000, everyMs: 200 })
  return chromium.connectOverCDP(`http://127.0.0.1:${port}`)
}

async function portIn(userData: string): Promise<string | undefined> {
  try {
    const text = await readFile(join(userData, 'DevToolsActivePort'), 'utf8')
    return text.split('\n')[0]
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function find(browser: Browser, page: RegExp): Page | undefined {
  const pages = browser.contexts().flatMap((context) => context.pages())
  return pages.find((one) => page.test(one.url()))
}
