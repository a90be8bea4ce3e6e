import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Bridge } from '#contract'
import type { App } from '../../e2e/fixtures/app.ts'
import type { Measure } from '../metric.ts'
import { noAim, p95AtMost } from '../report/aims.ts'
import type { Stage } from '../stage/stage.ts'
import { sought, writeCalls } from './many-calls.ts'

const SIZE = 50_000

/**
 * Fifty thousand calls of the last month, sought from the desk of the packaged app: from the asking to the answer,
 * and the longest time for which main's event loop was held up meanwhile. The limit is the same door without SQLite.
 */
export const historySearch: Measure = {
  metrics: { history_search_ms: p95AtMost(50), history_block_ms: noAim },
  run: async (stage, times) => {
    const app = await appWithManyCalls(stage)
    const count = times(20) * sought.length
    await searches(app.desk, sought.length)
    const plain = await watched(app, () => plainAnswers(app.desk, count))
    const found = await watched(app, () => searches(app.desk, count))
    return {
      history_search_ms: {
        values: found.took,
        limit: { what: 'the desk’s whole state, asked and answered', values: plain.took },
      },
      history_block_ms: {
        values: [found.longestBlock],
        limit: { what: 'the same, over those askings', values: [plain.longestBlock] },
      },
    }
  },
}

declare const bridge: Bridge<'desk'>

async function appWithManyCalls(stage: Stage): Promise<App> {
  const centre = await stage.centre()
  const first = await stage.app(centre, { audio: 'fake' })
  const site = await first.desk.evaluate(
    async () => (await bridge.request('desk.current', undefined)).profile.current?.host,
  )
  await first.quit()
  writeCalls(join(first.launch.userData, 'history.db'), { site: site ?? '', agent: '6001', days: 30 }, SIZE)
  const second = await stage.app(centre, { audio: 'fake', after: first.launch })
  await second.signIn()
  await centre.agent('6001').becomesRegistered()
  return second
}

function searches(desk: Page, count: number): Promise<number[]> {
  return desk.evaluate(
    async ({ texts, count }) => {
      const took: number[] = []
      for (let at = 0; at < count; at++) {
        const began = performance.now()
        const text = texts[at % texts.length] ?? ''
        await bridge.request('history.search', { text, filter: 'all', limit: 100 })
        took.push(performance.now() - began)
      }
      return took
    },
    { texts: [...sought], count },
  )
}

function plainAnswers(desk: Page, count: number): Promise<number[]> {
  return desk.evaluate(async (count) => {
    const took: number[] = []
    for (let at = 0; at < count; at++) {
      const began = performance.now()
      await bridge.request('desk.current', undefined)
      took.push(performance.now() - began)
    }
    return took
  }, count)
}

declare global {
  var loopDelay: { readonly max: number; enable(): boolean; disable(): boolean } | undefined
}

async function watched(app: App, act: () => Promise<number[]>) {
  await app.electron.evaluate(() => {
    globalThis.loopDelay = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 1 })
    globalThis.loopDelay.enable()
  })
  const took = await act()
  const longestBlock = await app.electron.evaluate(() => {
    globalThis.loopDelay?.disable()
    return (globalThis.loopDelay?.max ?? 0) / 1e6
  })
  return { took, longestBlock }
}
