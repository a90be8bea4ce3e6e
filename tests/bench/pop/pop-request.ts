import { pagesAtDesk } from '../../e2e/fixtures/pages/pages-at-desk.ts'
import type { Crm } from '../../simulator/crm/crm.ts'
import { bareFetch } from '../limits/bare-fetch.ts'
import type { Measure } from '../metric.ts'
import { p95OverLimit } from '../report/aims.ts'
import { comeToWork, pause, type Workplace } from '../stage/workplace.ts'

/** Calls are further apart than this: by then the next view is warm again (main/pop/views/page/warm.ts). */
const betweenCallsMs = 5_000

/** From the ring event on the wire to the page's request at the CRM, over a connection that was not there before. */
export const popRequest: Measure = {
  metrics: { pop_request_ms: p95OverLimit(60) },
  run: async (stage, times) => {
    const count = times(20)
    const centre = await stage.centre()
    const crm = await centre.openCrm()
    const limit = await bareFetch(stage, crm, count)
    const work = await comeToWork(stage, { centre, pages: [crm.page('customer')] })
    const values: number[] = []
    for (let index = 0; index < count; index++) {
      await pause(betweenCallsMs)
      crm.closeIdleConnections()
      values.push(await popOnce(work, crm))
    }
    return { pop_request_ms: { values, limit } }
  },
}

async function popOnce(work: Workplace, crm: Crm): Promise<number> {
  const { call, at, next } = await work.rings()
  const visit = await crm.waitFor(({ query }) => query.callid === call.id)
  await work.app.press('answer')
  await next('AgentEvent_Talking')
  await work.finish(call)
  await pagesAtDesk(work.app).choose('pop_close_ended')
  return visit.at - at
}
