import { epochNow } from '../../simulator/voice/epoch-now.ts'
import type { Limit } from '../metric.ts'
import type { Stage } from '../stage/stage.ts'
import { pause } from '../stage/workplace.ts'
import { type BareGateway, openBareGateway } from './bare-gateway.ts'

/** From a bare request to its event, of a call that an agent without Earshot has by an ordinary telephone. */
export async function holdAndRetrieve(stage: Stage, count: number) {
  const gateway = await talkBare(stage)
  const held: number[] = []
  const retrieved: number[] = []
  for (let index = 0; index < count; index++) {
    await pause(50)
    held.push(await timeToEvent(gateway, 'hold', 'AgentEvent_Hold'))
    await pause(50)
    retrieved.push(await timeToEvent(gateway, 'gethold', 'AgentEvent_Talking'))
  }
  gateway.close()
  return {
    hold: { what: 'bare hold request to its event', values: held } satisfies Limit,
    retrieve: { what: 'bare gethold request to its event', values: retrieved } satisfies Limit,
  }
}

async function timeToEvent(gateway: BareGateway, operation: string, event: string): Promise<number> {
  const told = gateway.next(event)
  const askedAt = epochNow()
  await gateway.ask({ method: 'POST', path: `/voicecall/${WORK_NUMBER}/${operation}` })
  return (await told) - askedAt
}

const WORK_NUMBER = '6002'

async function talkBare(stage: Stage): Promise<BareGateway> {
  const centre = await stage.centre()
  const agent = centre.agent(WORK_NUMBER)
  const phone = centre.deskPhone({ number: '76002', tone: 660 })
  const gateway = await openBareGateway(centre, agent)
  const form = { password: agent.password, phonenum: phone.number, autoanswer: true, status: 4 }
  await gateway.ask({ method: 'PUT', path: `/onlineagent/${WORK_NUMBER}/forcelogin`, body: form })
  await gateway.ask({ method: 'POST', path: `/onlineagent/${WORK_NUMBER}/resetskill/true` })
  await agent.becomes('idle')
  const call = centre.customer({ number: '13800138000' }).callQueue('Support')
  if (!(await call.talking)) throw new Error('the bare agent did not come to talk')
  return gateway
}
