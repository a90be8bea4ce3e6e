import { epochNow } from '../../voice/epoch-now.ts'
import type { LegEnd, PhoneLeg } from '../sip-side.ts'
import { createDeferred } from './deferred.ts'

type Times = { -readonly [K in keyof PhoneLeg['times']]: number }

/** What every leg goes through once: perhaps ringing, perhaps answered, and an end. */
export interface LegLife {
  readonly times: Times
  readonly answered: Promise<boolean>
  readonly ended: Promise<LegEnd>
  readonly isAnswered: boolean
  readonly isOver: boolean
  mark(moment: keyof Times): void
  answer(): void
  end(how: LegEnd): void
}

export function createLegLife(onEnd: () => void): LegLife {
  const times: Times = {}
  const answered = createDeferred<boolean>()
  const ended = createDeferred<LegEnd>()
  let isAnswered = false
  let isOver = false
  return {
    times,
    answered: answered.promise,
    ended: ended.promise,
    get isAnswered() {
      return isAnswered
    },
    get isOver() {
      return isOver
    },
    mark(moment) {
      times[moment] ??= epochNow()
    },
    answer() {
      isAnswered = true
      answered.resolve(true)
    },
    end(how) {
      if (isOver) return
      isOver = true
      times.ended = epochNow()
      answered.resolve(false)
      ended.resolve(how)
      onEnd()
    },
  }
}
