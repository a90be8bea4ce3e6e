import { z } from 'zod'
import type { Limit, Measure } from '../metric.ts'
import { atMost } from '../report/aims.ts'
import { type DeadStun, openDeadStun, writeProfileWith } from '../stage/dead-stun.ts'
import type { Stage } from '../stage/stage.ts'
import { comeToWork, pause } from '../stage/workplace.ts'

/** What an answer waits for candidates while a STUN server of the profile is dead. */
export const candidateWait: Measure = {
  metrics: { candidate_wait_ms: atMost(100) },
  run: async (stage, times) => {
    const count = times(20)
    const stun = await openDeadStun(stage)
    const limit = await firstCandidates(stage, stun, count)
    const before = stun.asked()
    const values = await waits(stage, stun, count)
    if (stun.asked() === before) throw new Error('nobody has asked the dead STUN server')
    return { candidate_wait_ms: { values, limit } }
  },
}

async function waits(stage: Stage, stun: DeadStun, count: number): Promise<readonly number[]> {
  const centre = await stage.centre()
  const work = await comeToWork(stage, { centre, profile: await writeProfileWith(stage, centre, stun) })
  const values: number[] = []
  for (let index = 0; index < count; index++) {
    await pause(300)
    const ringing = await work.rings()
    values.push(await lastWait(work.app.phone))
    await work.app.press('answer')
    await ringing.call.talking
    await work.finish(ringing.call)
  }
  return values
}

/** The phone window measures it where it waits (renderer/phone/media/peer/peer.ts). */
async function lastWait(phone: Awaited<ReturnType<typeof comeToWork>>['app']['phone']): Promise<number> {
  return z.number().parse(await phone.evaluate(() => performance.getEntriesByName('candidate-wait').at(-1)?.duration))
}

async function firstCandidates(stage: Stage, { url }: DeadStun, count: number): Promise<Limit> {
  const bare = await stage.bare([{ name: 'voice', page: 'voice.html', show: false }])
  const values: number[] = []
  for (let index = 0; index < count; index++) {
    const wait = await bare.evaluate('voice', `firstCandidate([{ urls: '${url}' }])`)
    values.push(z.number().parse(wait))
  }
  await bare.close()
  return { what: 'first host candidate', values }
}
