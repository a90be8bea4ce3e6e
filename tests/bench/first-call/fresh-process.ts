import { sentBy, signInBare } from '../limits/bare-sign-in.ts'
import { firstAnswersOfBareSip } from '../limits/bare-sip.ts'
import type { Measure } from '../metric.ts'
import { p95AtMost, timesLimit } from '../report/aims.ts'
import { watchPresses } from '../stage/presses.ts'
import { shownAt } from '../stage/shown.ts'
import { arriveAtWork, legOf, pause, type Workplace } from '../stage/workplace.ts'

/** What only the first minute of a process shows: signing in, and its first call. */
export const freshProcess: Measure = {
  metrics: { sign_in_to_ready_ms: timesLimit(3), invite_to_ok_first_ms: p95AtMost(80) },
  run: async (stage, times) => {
    const count = times(10)
    const signIns: SignIn[] = []
    const bare: number[] = []
    const first: number[] = []
    for (let index = 0; index < count; index++) {
      const work = await arriveAtWork(stage)
      const signedIn = await signIn(work)
      signIns.push(signedIn)
      first.push(await firstCall(work))
      await stage.clear()
      bare.push(await signInBare(stage, signedIn.sent))
      await stage.clear()
    }
    const all = (name: keyof Omit<SignIn, 'sent'>) => signIns.map((one) => one[name])
    return {
      sign_in_to_ready_ms: {
        values: signIns.map(({ registered, idle, shown }) => Math.max(registered, idle, shown)),
        limit: { what: 'the same requests, one socket', values: bare },
        parts: {
          'signed in': all('signedIn'),
          registered: all('registered'),
          'idle at the platform': all('idle'),
          'idle shown': all('shown'),
        },
      },
      invite_to_ok_first_ms: { values: first, limit: await firstAnswersOfBareSip(stage, count) },
    }
  },
}

/** Milliseconds since the click. */
interface SignIn {
  readonly signedIn: number
  readonly registered: number
  readonly idle: number
  readonly shown: number
  readonly sent: ReturnType<typeof sentBy>
}

async function signIn({ app, centre, agent }: Workplace): Promise<SignIn> {
  const presses = await watchPresses(app.desk)
  const shown = shownAt(app.desk, 'header button', app.words('state_idle'))
  const from = centre.journal.entries.length
  await app.trySignIn({ goIdle: true })
  const entry = (kind: string, name: string) =>
    centre.journal.waitFor((one) => one.kind === kind && one.name === name && one.agent === agent.workNumber, { from })
  const registered = await entry('registration', 'registered')
  const idle = await entry('agent', 'idle')
  const signedIn = await entry('response', 'login')
  const clickedAt = await presses.last()
  return {
    signedIn: signedIn.at - clickedAt,
    registered: registered.at - clickedAt,
    idle: idle.at - clickedAt,
    shown: (await shown) - clickedAt,
    sent: sentBy(centre.journal.entries.slice(from).filter(({ at }) => at <= idle.at)),
  }
}

/** A customer does not call in the very moment somebody has come; the phone window is calm by then. */
const calmMs = 1_500

async function firstCall(work: Workplace): Promise<number> {
  await pause(calmMs)
  const ringing = await work.rings()
  const { invite = Number.NaN, ok = Number.NaN } = legOf(ringing.call).times
  return ok - invite
}
