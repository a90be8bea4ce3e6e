import { answersOfBareSip } from '../limits/bare-sip.ts'
import { ipcAndSocket, socketAndFrame } from '../limits/hops.ts'
import { trackEnabled } from '../limits/open-track.ts'
import type { Measure } from '../metric.ts'
import { p95AtMost } from '../report/aims.ts'
import { moment } from '../stage/log-lines.ts'
import { type Presses, watchPresses } from '../stage/presses.ts'
import type { Stage } from '../stage/stage.ts'
import { AGENT_HZ, comeToWork, legOf, pause, type Ringing, type Workplace } from '../stage/workplace.ts'

/** The stations of one call, each in milliseconds since the one before it in the table of design/metrics.md. */
interface CallTimes {
  readonly deskPainted: number
  readonly alertPainted: number
  readonly ringSounds: number
  readonly answerToWire: number
  readonly inviteToOk: number
  readonly talkingToHeard: number
}

/** Many calls in one process, the desk behind another program. */
export const calls: Measure = {
  metrics: {
    event_to_alert_ms: p95AtMost(100),
    answer_to_wire_ms: p95AtMost(30),
    invite_to_ok_ms: p95AtMost(40),
    talking_to_heard_ms: p95AtMost(200),
  },
  run: async (stage, times) => {
    const count = times(50)
    const limits = {
      frame: await socketAndFrame(stage, count),
      wire: await ipcAndSocket(stage, count),
      sip: await answersOfBareSip(stage, count),
      track: await trackEnabled(stage, count),
    }
    await stage.desktop.programs.stop()
    const taken = await takeCalls(stage, count)
    const all = (name: keyof CallTimes) => taken.map((one) => one[name])
    const alerted = taken.map((one) => Math.max(one.deskPainted, one.alertPainted, one.ringSounds))
    return {
      event_to_alert_ms: {
        values: alerted,
        limit: limits.frame,
        parts: { 'desk painted': all('deskPainted'), 'alert painted': all('alertPainted'), ring: all('ringSounds') },
      },
      answer_to_wire_ms: {
        values: all('answerToWire'),
        limit: limits.wire,
        parts: {
          click: all('answerToWire').filter((_, index) => !isByKey(index)),
          key: all('answerToWire').filter((_, index) => isByKey(index)),
        },
      },
      invite_to_ok_ms: { values: all('inviteToOk'), limit: limits.sip },
      talking_to_heard_ms: { values: all('talkingToHeard'), limit: limits.track },
    }
  },
}

function isByKey(index: number): boolean {
  return index % 2 === 1
}

async function takeCalls(stage: Stage, count: number): Promise<readonly CallTimes[]> {
  const work = await comeToWork(stage)
  await stage.desktop.openOtherProgram()
  const presses = await watchPresses(work.app.desk)
  // The first call of a process is another metric.
  await takeCall(work, presses, false)
  const taken: CallTimes[] = []
  for (let index = 0; index < count; index++) taken.push(await takeCall(work, presses, isByKey(index)))
  return taken
}

async function takeCall(work: Workplace, presses: Presses, byKey: boolean): Promise<CallTimes> {
  const { app } = work
  // Nothing of the last call goes on into this one.
  await pause(300)
  const ringing = await work.rings()
  const alerted = await alertTimes(work, ringing)
  await app.button('answer').waitFor()
  if (byKey) await app.desk.keyboard.press('Control+Enter')
  else await app.press('answer')
  const asked = await ringing.next('answer')
  const pressedAt = await presses.last()
  const talking = await ringing.next('AgentEvent_Talking')
  const heard = await ringing.call.hears.waitFor(AGENT_HZ, { forMs: 60 })
  const { invite = Number.NaN, ok = Number.NaN } = legOf(ringing.call).times
  await work.finish(ringing.call)
  return {
    ...alerted,
    answerToWire: asked.at - pressedAt,
    inviteToOk: ok - invite,
    talkingToHeard: heard.from - talking.at,
  }
}

type Alerted = Pick<CallTimes, 'deskPainted' | 'alertPainted' | 'ringSounds'>

/** As main noted them when it was told (main/index.ts). */
async function alertTimes({ app }: Workplace, { at }: Ringing): Promise<Alerted> {
  const since = async (text: string, fits: Parameters<typeof moment>[2]) =>
    (await moment(app.launch.userData, text, (line) => Number(line.at) > at && fits(line))) - at
  const [deskPainted, alertPainted, ringSounds] = await Promise.all([
    since('painted', ({ window }) => window === 'desk'),
    since('painted', ({ window }) => window === 'alert'),
    since('ring', ({ sounded }) => sounded === true),
  ])
  return { deskPainted, alertPainted, ringSounds }
}
