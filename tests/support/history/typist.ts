import { writeSync } from 'node:fs'
import { createKeeper } from '#main/calls/history/store/keeper.ts'
import { known, noon, owner } from './past.ts'

/** A process that types a note for ever, and says how much of it has been kept; it is made to be killed. */
const file = process.argv[2] ?? ''
const keeper = createKeeper(() => undefined)
keeper.open({ file, ...owner, now: noon })
const { endedAt: _, reason: __, ...live } = known({ id: 'live' })
keeper.record({ owner, calls: [live] })
for (let typed = 1; ; typed++) {
  keeper.note({ owner, callId: 'live', text: 'x'.repeat(typed) })
  keeper.record({ owner, calls: [known({ id: `over-${typed}`, startedAt: noon + typed })] })
  writeSync(1, `${typed}\n`)
}
