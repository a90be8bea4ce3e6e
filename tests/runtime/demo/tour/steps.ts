import { inspect, stripVTControlCharacters } from 'node:util'
import type { Heard } from '../../../simulator/sip/sip-side.ts'
import type { Picture } from './picture.ts'
import { type Fact, type StepReport, tonesBetween } from './report.ts'

/** Proves one fact; a text that the proof gives is what was found, and a proof that throws fails the tour. */
export type Check = (fact: string, prove: () => unknown) => Promise<void>

/** Takes one step of the tour: its facts, its time, what was heard in it, and a picture of how it ended. */
export type TakeStep = <T>(
  name: string,
  title: string,
  act: (check: Check) => Promise<T>,
  picture?: Picture,
) => Promise<T>

/** What a step is recorded with. */
export interface Recording {
  readonly now: () => number
  readonly hears: { readonly customer: () => readonly Heard[]; readonly agent: () => readonly Heard[] }
  readonly takePicture: (file: string, picture: Picture) => Promise<void>
  readonly told: (step: StepReport) => void
}

export function createSteps(recording: Recording): { readonly all: readonly StepReport[]; readonly take: TakeStep } {
  const all: StepReport[] = []
  const take: TakeStep = async (name, title, act, picture = 'desk') => {
    const number = all.length + 1
    const facts: Fact[] = []
    const from = recording.now()
    const outcome = await attempt(title, facts, () => act(checkInto(facts, recording.now)))
    const to = recording.now()
    const { customer, agent } = recording.hears
    const file = `${String(number).padStart(2, '0')}-${name}.png`
    await recording.takePicture(file, picture)
    const step = {
      number,
      name,
      title,
      ok: outcome.ok,
      startedAt: new Date(from).toISOString(),
      ms: Math.round(to - from),
      facts,
      tones: { customer: tonesBetween(customer(), from, to), agent: tonesBetween(agent(), from, to) },
      picture: file,
    }
    all.push(step)
    recording.told(step)
    if (!outcome.ok) throw outcome.error
    return outcome.value
  }
  return { all, take }
}

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }

/** What fails between two facts is a fact too: that the step could be taken. */
async function attempt<T>(title: string, facts: Fact[], act: () => Promise<T>): Promise<Outcome<T>> {
  const from = performance.now()
  try {
    return { ok: true, value: await act() }
  } catch (error) {
    const ms = Math.round(performance.now() - from)
    if (facts.every(({ ok }) => ok)) facts.push({ fact: title, ok: false, ms, why: inWords(error) })
    return { ok: false, error }
  }
}

function checkInto(facts: Fact[], now: () => number): Check {
  return async (fact, prove) => {
    const from = now()
    const ms = () => Math.round(now() - from)
    try {
      const found = await prove()
      facts.push({ fact, ok: true, ms: ms(), ...(typeof found === 'string' && { found }) })
    } catch (error) {
      facts.push({ fact, ok: false, ms: ms(), why: inWords(error) })
      throw error
    }
  }
}

/** One line, without the colours of a test runner. */
function inWords(error: unknown): string {
  const text = error instanceof Error ? error.message : inspect(error)
  return stripVTControlCharacters(text).replace(/\s+/g, ' ').trim()
}
