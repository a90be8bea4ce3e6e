import { z } from 'zod'
import { createMedia, type Media } from '../../simulator/sip/media/media.ts'
import type { BareElectron } from '../bare/bare-electron.ts'
import type { Limit } from '../metric.ts'
import type { Stage } from '../stage/stage.ts'
import { AGENT_HZ, pause } from '../stage/workplace.ts'

/** A peer connection between a bare page and the simulator. */
export async function openBareCall(stage: Stage, bare: BareElectron): Promise<Media> {
  const media = createMedia((what, error) => console.error(what, error))
  stage.keep({ close: media.close })
  const answer = await bare.evaluate('voice', `answer(${JSON.stringify(await media.offer())})`)
  await media.takeAnswer(z.string().parse(answer))
  return media
}

/** An open peer connection, its track enabled, until it is heard. */
export async function trackEnabled(stage: Stage, count: number): Promise<Limit> {
  const bare = await stage.bare([{ name: 'voice', page: 'voice.html', show: true }])
  const { voice } = await openBareCall(stage, bare)
  await voice.hearing.waitFor(null, { forMs: 500 })
  const values: number[] = []
  for (let index = 0; index < count; index++) {
    const openedAt = z.number().parse(await bare.evaluate('voice', 'speak(true)'))
    const heard = await voice.hearing.waitFor(AGENT_HZ, { forMs: 60 })
    values.push(heard.from - openedAt)
    await bare.evaluate('voice', 'speak(false)')
    await voice.hearing.waitFor(null, { forMs: 100 })
    await pause(200)
  }
  await bare.close()
  return { what: 'open peer connection, track enabled', values }
}
