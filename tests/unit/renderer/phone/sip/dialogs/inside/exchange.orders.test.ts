import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FakeLine, say, settle, talkingLine } from '../../fake-line.ts'
import { answer, type Sent } from '../../fake-server.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

type Step = 'hold' | 'retrieve' | 'they offer' | 'they acknowledge' | 'accept' | 'glare' | 'refuse' | 'wait'

const step = fc.constantFrom<Step>(
  'hold',
  'retrieve',
  'they offer',
  'they acknowledge',
  'accept',
  'glare',
  'refuse',
  'wait',
)

/** A call with a far side that does what the test says, and what the test knows of both. */
class Play {
  readonly line: FakeLine
  /** What was asked and is not settled. */
  open = 0
  /** What the last command that came true asked for. */
  held = false
  #cseq = 1
  #answered = 0
  /** CSeq of theirs, from its 200 until its ACK. */
  #unacknowledged: number | null = null

  constructor(line: FakeLine) {
    this.line = line
  }

  get unanswered(): Sent[] {
    return this.line.server.sent('INVITE').slice(this.#answered)
  }

  get theirsIsOpen(): boolean {
    return this.#unacknowledged !== null
  }

  async do(what: Step): Promise<void> {
    switch (what) {
      case 'hold':
      case 'retrieve':
        this.#ask(what === 'hold')
        break
      case 'they offer':
        await this.#offer()
        break
      case 'they acknowledge':
        this.#acknowledge()
        break
      case 'wait':
        await vi.advanceTimersByTimeAsync(2_500)
        break
      default:
        this.#answer(what)
    }
    await settle()
  }

  #ask(held: boolean): void {
    this.open += 1
    const settled = () => {
      this.open -= 1
    }
    this.line.line.command({ verb: 'hold', dialogId: 'd1', held }).then(() => {
      this.held = held
      settled()
    }, settled)
  }

  async #offer(): Promise<void> {
    const before = this.line.server.sent('200').length
    this.#cseq += 1
    say(this.line, 'INVITE', { cseq: this.#cseq, body: 'their-offer' })
    await settle()
    if (this.line.server.sent('200').length > before) this.#unacknowledged = this.#cseq
  }

  #acknowledge(): void {
    if (this.#unacknowledged === null) return
    say(this.line, 'ACK', { cseq: this.#unacknowledged, branch: `z9hG4bKack${this.#unacknowledged}` })
    this.#unacknowledged = null
  }

  #answer(how: 'accept' | 'glare' | 'refuse'): void {
    const [invite] = this.unanswered
    if (invite === undefined) return
    this.#answered += 1
    const statuses = { accept: '200 OK', glare: '491 Request Pending', refuse: '488 Not Acceptable Here' }
    const body = how === 'accept' ? 'their-answer' : ''
    this.line.server.socket.say(answer(invite, statuses[how], ['Contact: <sip:s@x>'], body))
  }
}

/** Nothing is sent while theirs is not acknowledged, and never two at once. */
async function tryStep(play: Play, next: Step): Promise<void> {
  const offeredBefore = play.line.server.sent('INVITE').length
  const theirs = play.theirsIsOpen
  await play.do(next)
  expect(play.unanswered.length).toBeLessThanOrEqual(1)
  if (theirs && play.theirsIsOpen) expect(play.line.server.sent('INVITE')).toHaveLength(offeredBefore)
}

async function comeToRest(play: Play): Promise<void> {
  for (let turn = 0; turn < 60 && (play.open > 0 || play.theirsIsOpen); turn++)
    for (const next of ['they acknowledge', 'accept', 'wait'] as const) await play.do(next)
}

test('whatever the order, one offers at a time, every command is settled, and both agree in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const play = new Play(await talkingLine())
      for (const next of steps) await tryStep(play, next)
      await comeToRest(play)

      expect(play.open).toBe(0)
      expect(play.line.told('ended')).toEqual([])
      void play.line.line.renew('d1', false)
      await settle()
      expect(play.unanswered[0]?.text).toContain(play.held ? 'a=sendonly' : 'a=sendrecv')
    }),
    { numRuns: 60 },
  )
})
