import type { Page } from '@playwright/test'
import { bareLaunch } from '../bare/bare-electron.ts'
import type { Measure } from '../metric.ts'
import { timesLimit } from '../report/aims.ts'
import { openPlain, type PlainApp } from '../stage/plain-app.ts'
import type { Stage } from '../stage/stage.ts'

/** Process start to a form that takes input, each time with a home nobody used before. */
export const launch: Measure = {
  metrics: { launch_to_sign_in_ms: timesLimit(1.6) },
  run: async (stage, times) => {
    const centre = await stage.centre()
    const values: number[] = []
    const beside: number[] = []
    for (let count = 0; count < times(10); count++) {
      beside.push(await timed(stage, await startBare(stage), /empty\.html$/))
      values.push(await timed(stage, await stage.plain(centre, { audio: 'none' }), /desk\.html$/))
    }
    const limit = { what: 'bare window with one field', values: beside }
    return { launch_to_sign_in_ms: { values, limit } }
  },
}

async function startBare(stage: Stage): Promise<PlainApp> {
  return openPlain(await bareLaunch(stage.desktop, [{ name: 'main', page: 'empty.html', show: true }]))
}

/** Long enough that to ask does not slow what is asked for. */
const afterwardsMs = 1_500

async function timed(stage: Stage, app: PlainApp, page: RegExp): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, afterwardsMs))
  const at = await app.look(page, firstWords)
  await app.close()
  await stage.desktop.programs.stop()
  return at - app.startedAt
}

/**
 * When the first words were on the screen: the desk's skeleton has none, and the form is alive before it is painted
 * (renderer/desk/index.ts mounts it in one go).
 */
function firstWords(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const [first] = list.getEntriesByName('first-contentful-paint')
          if (first !== undefined) resolve(performance.timeOrigin + first.startTime)
        })
        observer.observe({ type: 'paint', buffered: true })
      }),
  )
}
