import { z } from 'zod'
import { until } from '../../support/desktop/programs.ts'
import type { Limit } from '../metric.ts'
import type { Stage } from '../stage/stage.ts'
import { pause } from '../stage/workplace.ts'

/** From `location.reload()` to the first words of a page that has nothing but a field. */
export async function reloadOfBarePage(stage: Stage, count: number): Promise<Limit> {
  const bare = await stage.bare([{ name: 'page', page: 'empty.html', show: true }])
  const values: number[] = []
  for (let index = 0; index < count; index++) {
    await pause(300)
    const from = z.number().parse(await bare.evaluate('page', reload))
    const at = await until('the page to be back', async () => {
      const painted = z
        .number()
        .nullable()
        .parse(await bare.evaluate('page', firstWords))
      return painted !== null && painted > from ? painted : null
    })
    values.push(at - from)
  }
  await bare.close()
  return { what: 'reload of a bare page', values }
}

const reload = '(() => { setTimeout(() => location.reload()); return performance.timeOrigin + performance.now() })()'
const firstWords = `(() => {
  const [first] = performance.getEntriesByName('first-contentful-paint')
  return first === undefined ? null : performance.timeOrigin + first.startTime
})()`
