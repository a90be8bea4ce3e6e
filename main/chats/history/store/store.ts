import type { Database } from 'node-sqlite3-wasm'
import type { ChatMessage, Time } from '#contract'
import { fold } from '../../../database/find.ts'
import { leaveNoTrace, whole } from '../../../database/open-file.ts'
import type { Verbs } from '../../../database/words.ts'
import { earlier, page, remembered, search } from './ask.ts'
import { saidWords } from './said-words.ts'
import { contents } from './schema.ts'
import type { KnownChat, Owner, StoreWords } from './words.ts'

const DAY_MS = 86_400_000

/** Where what was said at this site stands: on the disk, or for this shift only. */
export type Place = 'main' | 'shift'

export function placeOf({ contentDays }: { readonly contentDays: number }): Place {
  return contentDays > 0 ? 'main' : 'shift'
}

/** The conversations in an open database; whatever is written is one transaction, so that half of it is never there. */
export function createStore(database: Database): Verbs<StoreWords> {
  attachShift(database)
  const ownerOf = (owner: Owner) => ({ id: idOf(database, owner), place: placeOf(owner) })
  return {
    chats: ({ owner, chats }) =>
      whole(database, () => {
        for (const chat of chats) keepChat(database, ownerOf(owner).id, chat)
      }),
    messages: ({ owner, messages }) =>
      whole(database, () => {
        for (const message of messages) keepMessage(database, ownerOf(owner), message)
      }),
    discard: ({ owner, chatId, messageId }) => {
      const { id, place } = ownerOf(owner)
      const which = 'owner = ? AND chat_id = ? AND message_id = ?'
      whole(database, () => database.run(`DELETE FROM ${place}.messages WHERE ${which}`, [id, chatId, messageId]))
      leaveNoTrace(database)
    },
    page: ({ owner, ...asked }) => page(database, ownerOf(owner), asked),
    remembered: ({ owner, chatIds }) => remembered(database, ownerOf(owner), chatIds),
    earlier: ({ owner, asked }) => earlier(database, ownerOf(owner).id, asked),
    search: ({ owner, asked }) => search(database, ownerOf(owner), asked),
    forget: () => {
      endInterrupted(database)
      database.exec('DETACH shift')
      attachShift(database)
    },
    expire: (site) => expire(database, site),
  }
}

/** What was not over when the shift ended, or Earshot: what became of it is not known, but that it was. */
export function endInterrupted(database: Database): void {
  database.exec("UPDATE chats SET ended_at = started_at, how = 'ended-by-platform' WHERE ended_at IS NULL")
}

function attachShift(database: Database): void {
  database.exec("ATTACH ':memory:' AS shift")
  database.exec(contents('shift'))
}

/** The site's days are kept with its conversations, so that they count while another site's profile is in force. */
function idOf(database: Database, { site, agent, days, contentDays }: Owner): number {
  const row = database.get('SELECT id FROM owners WHERE site = ? AND agent = ?', [site, agent])
  if (row) return Number(row.id)
  const sql = 'INSERT INTO owners (site, agent, days, content_days) VALUES (?, ?, ?, ?)'
  return Number(database.run(sql, [site, agent, days, contentDays]).lastInsertRowid)
}

function keepChat(database: Database, owner: number, chat: KnownChat): void {
  const { customer, queue, note } = chat
  const columns = {
    ':channel': chat.channel,
    ':customer_id': customer.id,
    ':customer_name': customer.name ?? null,
    ':queue': queue ?? null,
    ':started_at': chat.startedAt,
    ':ended_at': chat.endedAt ?? null,
    ':how': chat.how ?? null,
    ':note': note,
    ':category': chat.category ?? null,
    ':messages': chat.messages,
    ':words': fold([customer.id, customer.name ?? '', queue ?? '', note].filter(Boolean).join('\n')),
  }
  const names = Object.keys(columns).map((name) => name.slice(1))
  const known = database.get('SELECT id FROM chats WHERE owner = ? AND chat_id = ?', [owner, chat.id])
  const sql = known
    ? `UPDATE chats SET ${names.map((name) => `${name} = :${name}`).join(', ')} WHERE id = :id AND owner = :owner AND chat_id = :chat_id`
    : `INSERT INTO chats (id, owner, chat_id, ${names.join(', ')}) VALUES (:id, :owner, :chat_id, :${names.join(', :')})`
  const id = known ? Number(known.id) : freeId(database, chat.startedAt)
  database.run(sql, { ...columns, ':id': id, ':owner': owner, ':chat_id': chat.id })
}

/** A hundred chats may begin in the same millisecond; one more pushes into the next. */
function freeId(database: Database, startedAt: Time): number {
  const first = startedAt * 100
  const last = database.get('SELECT max(id) AS id FROM chats WHERE id >= ? AND id < ?', [first, first + 100])
  return typeof last?.id === 'number' ? last.id + 1 : first
}

/** A message that is other than it was is written anew, so that what is found is what it says now. */
function keepMessage(
  database: Database,
  { id: owner, place }: { readonly id: number; readonly place: Place },
  message: ChatMessage,
): void {
  const which = [owner, message.chatId, message.id]
  database.run(`DELETE FROM ${place}.messages WHERE owner = ? AND chat_id = ? AND message_id = ?`, which)
  const columns = 'owner, chat_id, message_id, place, at, body, words'
  database.run(`INSERT INTO ${place}.messages (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`, [
    ...which,
    message.place,
    message.at,
    JSON.stringify(message),
    saidWords(message),
  ])
}

function expire(
  database: Database,
  { site, days, contentDays, now }: Parameters<Verbs<StoreWords>['expire']>[0],
): void {
  database.run('UPDATE owners SET days = ?, content_days = ? WHERE site = ?', [days, contentDays, site])
  const old = (limit: string) => `o.${limit} = 0 OR at < ? - o.${limit} * ?`
  const messages = `SELECT m.id FROM main.messages m JOIN owners o ON o.id = m.owner WHERE ${old('content_days')}`
  const chats = `SELECT c.id FROM (SELECT id, owner, coalesce(ended_at, started_at) AS at FROM chats) c
    JOIN owners o ON o.id = c.owner WHERE ${old('days')}`
  const gone =
    database.run(`DELETE FROM main.messages WHERE id IN (${messages})`, [now, DAY_MS]).changes +
    database.run(`DELETE FROM chats WHERE id IN (${chats})`, [now, DAY_MS]).changes
  if (gone > 0) leaveNoTrace(database)
}
