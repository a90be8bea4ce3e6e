import { z } from 'zod'
import type { Crm } from '../../simulator/crm/crm.ts'
import type { Limit } from '../metric.ts'
import type { Stage } from '../stage/stage.ts'
import { pause } from '../stage/workplace.ts'

/** From `net.fetch` in a main process to its request at the CRM, each over a new connection as Earshot's are. */
export async function bareFetch(stage: Stage, crm: Crm, count: number): Promise<Limit> {
  const bare = await stage.bare([{ name: 'page', page: 'empty.html', show: false }])
  const once = async (index: number) => {
    crm.closeIdleConnections()
    await pause(100)
    const url = `${crm.origins.main}/customer?bare=${index}`
    const beganAt = z.number().parse(await bare.evaluate('page', `fetchPage(${JSON.stringify(url)})`))
    const { at } = await crm.waitFor(({ query }) => query.bare === String(index))
    return at - beganAt
  }
  // The first one starts the process of Chromium's network.
  await once(-1)
  const values: number[] = []
  for (let index = 0; index < count; index++) values.push(await once(index))
  await bare.close()
  return { what: 'one bare net.fetch', values }
}
