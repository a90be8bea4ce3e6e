import { openPhone } from '../../simulator/sip/phone/open-phone.ts'
import { epochNow } from '../../simulator/voice/epoch-now.ts'
import type { Limit } from '../metric.ts'
import type { Stage } from '../stage/stage.ts'
import { pause } from '../stage/workplace.ts'
import { openBareGateway } from './bare-gateway.ts'

/** TCP, two of TLS, the upgrade, one question: what a bare client needs to speak to the gateway again. */
export async function fiveRoundTrips(stage: Stage, count: number): Promise<Limit> {
  const centre = await stage.centre()
  const agent = centre.agent('6002')
  const values: number[] = []
  for (let index = 0; index < count; index++) {
    await pause(50)
    const startedAt = epochNow()
    const gateway = await openBareGateway(centre, agent)
    await gateway.ask({ method: 'PUT', path: '/onlineagent/6002/updateGuid' })
    values.push(epochNow() - startedAt)
    gateway.close()
  }
  return { what: 'five round trips, bare', values }
}

/** The socket of a bare softphone, and its registration: asked for, challenged, asked for again. */
export async function fourRoundTrips(stage: Stage, count: number): Promise<Limit> {
  const centre = await stage.centre()
  const { softphoneNumber: number, softphonePassword: password } = centre.agent('6002')
  const phone = await openPhone({ url: centre.sip.url, account: { number, password } })
  stage.keep(phone)
  await phone.register()
  const values: number[] = []
  for (let index = 0; index < count; index++) {
    await pause(50)
    const startedAt = epochNow()
    await phone.reconnect()
    await phone.register()
    values.push(epochNow() - startedAt)
  }
  return { what: 'four round trips, bare', values }
}
