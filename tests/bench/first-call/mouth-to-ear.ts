import { z } from 'zod'
import type { Limit, Measure } from '../metric.ts'
import { timesLimit } from '../report/aims.ts'
import { burstsOf, spokenBursts } from '../sound/bursts.ts'
import { type Listening, listenAtDevice, listenAtLeg } from '../sound/listen.ts'
import { delays } from '../sound/onsets.ts'
import { jitterBufferMs } from '../stage/living.ts'
import type { Stage } from '../stage/stage.ts'
import { AGENT_HZ, CUSTOMER_HZ, comeToWork, legOf, pause } from '../stage/workplace.ts'

const RATE = 48_000
/** What echo cancellation and noise suppression need to make up their minds, and jitter buffers to settle. */
const SETTLED_MS = 6_000
/** Bursts and the silences between them, on average. */
const BURST_EVERY_MS = 760

/** From the agent's microphone to RTP, plus from RTP to the agent's ear. */
export const mouthToEar: Measure = {
  metrics: { mouth_to_ear_ms: timesLimit(1.2) },
  run: async (stage, times) => {
    const forMs = times(40) * BURST_EVERY_MS
    const { limit, buffered } = await inOnePage(stage, forMs)
    await stage.desktop.programs.stop()
    const call = await inACall(stage, forMs)
    const { mouth, ear } = call
    const values = mouth.slice(0, ear.length).map((one, index) => one + (ear[index] ?? Number.NaN))
    const parts = {
      'microphone to RTP': mouth,
      'RTP to ear': ear,
      'of that, jitter buffer': [call.buffered],
      "the limit's jitter buffer": [buffered],
    }
    return { mouth_to_ear_ms: { values, limit, parts } }
  },
}

async function inACall(stage: Stage, forMs: number) {
  const work = await comeToWork(stage)
  // The tone every agent has from the start.
  await stage.desktop.programs.stop()
  const { call } = await work.rings()
  await work.app.press('answer')
  await call.talking
  const leg = legOf(call)
  await pause(SETTLED_MS)
  const mouth = await speakAndListen(stage, forMs, listenAtLeg(leg))
  const spoken = spokenBursts(CUSTOMER_HZ)
  const heard = listenAtDevice(stage.desktop, 'ear')
  leg.voice.say(spoken.source)
  await pause(forMs)
  const buffered = await jitterBufferMs(work.app.phone)
  return { mouth, ear: delays(spoken.begins, heard.begins), buffered }
}

async function inOnePage(stage: Stage, forMs: number): Promise<{ readonly limit: Limit; readonly buffered: number }> {
  const bare = await stage.bare([{ name: 'voice', page: 'voice.html', show: true }])
  await stage.desktop.programs.stop()
  await bare.evaluate('voice', 'loop()')
  await pause(SETTLED_MS)
  const values = await speakAndListen(stage, forMs, listenAtDevice(stage.desktop, 'ear'))
  const buffered = z.number().parse(await bare.evaluate('voice', 'buffered()'))
  await bare.close()
  return { limit: { what: 'two peer connections in one page', values }, buffered }
}

/** Bursts into the microphone, and how long after each it was heard at the other place. */
async function speakAndListen(stage: Stage, forMs: number, there: Listening): Promise<readonly number[]> {
  const here = listenAtDevice(stage.desktop, 'mouth')
  const speaking = stage.desktop.sound.speak(burstsOf(AGENT_HZ, RATE), RATE)
  await pause(forMs)
  await speaking.stop()
  await here.stop()
  await there.stop()
  return delays(here.begins, there.begins)
}
