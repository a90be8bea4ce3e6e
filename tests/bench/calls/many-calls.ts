import { openDatabase } from '#main/calls/history/store/open-database.ts'
import { createStore, type Known, type Owner } from '#main/calls/history/store/store.ts'

const queues = ['Support', 'Sales', '售后服务', '账单', '投诉', 'VIP 贵宾']
const names = [undefined, undefined, '王芳', 'Li Wei 李伟', 'José Ñandú']
const notes = ['', '', '', 'wants a refund', '客户要求退款并重新发货', '发票抬头有误', 'call again tomorrow at ten']

/** What agents type, and what nothing has: each goes through the history to its end. */
export const sought = [
  '13',
  '138001',
  '0013 8',
  '8000',
  '99999999999',
  '售后',
  '退款',
  '王芳 退款',
  '票',
  'refund',
  'supp',
  'tomorrow 77',
  '没有',
  '',
] as const

/** A file with so many calls in the last month, every seventh with a note of its own. */
export function writeCalls(file: string, owner: Owner, count: number): void {
  const database = openDatabase(file)
  const store = createStore(database)
  const now = Date.now()
  const step = (28 * 86_400_000) / count
  const calls = Array.from({ length: count }, (_, at) => call(at, Math.round(now - (count - at) * step)))
  store.record({ owner, calls })
  database.exec('BEGIN')
  for (const [at, { id }] of calls.entries()) {
    const note = notes[at % notes.length]
    if (note) database.run('UPDATE calls SET note = ? WHERE call_id = ?', [`${note} ${at}`, id])
  }
  database.exec(`UPDATE words SET text = text || char(10) || (SELECT note FROM calls c WHERE c.id = words.id)
    WHERE EXISTS (SELECT 1 FROM calls c WHERE c.id = words.id AND c.note <> '')`)
  database.exec('COMMIT')
  database.close()
}

function call(at: number, startedAt: number): Known {
  const name = names[at % names.length]
  const missed = at % 9 === 0
  return {
    id: `bench-${at}`,
    direction: at % 4 === 0 && !missed ? 'outgoing' : 'incoming',
    number: `1${3_000_000_000 + ((at * 104_729) % 6_999_999_999)}`,
    ...(name !== undefined && { name }),
    queue: queues[at % queues.length] ?? '',
    part: 'main',
    startedAt,
    ...(!missed && { talkingSince: startedAt + 6_000 }),
    endedAt: startedAt + 180_000,
    reason: missed ? 'customer-gave-up' : 'customer-hung-up',
    parties: [],
    missed,
  }
}
