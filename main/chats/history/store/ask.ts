import type { Database } from 'node-sqlite3-wasm'
import type { ChatFound, ChatPage, PastChat } from '#contract'
import { fold, indexWords } from '../../../database/find.ts'
import { messageOf, pastChatOf } from './rows.ts'
import type { EarlierAsked, Remembered, SearchAsked } from './words.ts'

interface Whose {
  readonly id: number
  readonly place: 'main' | 'shift'
}

interface PageAsked {
  readonly chatId: string
  readonly before?: number
  readonly limit: number
}

/** The newest before a place, in the order of their places; one more than is wanted tells that there are more. */
export function page(database: Database, { id, place }: Whose, { chatId, before, limit }: PageAsked): ChatPage {
  const rows = database.all(
    `SELECT body FROM ${place}.messages WHERE owner = ? AND chat_id = ? AND place < ? ORDER BY place DESC LIMIT ?`,
    [id, chatId, before ?? Number.MAX_SAFE_INTEGER, limit + 1],
  )
  const messages = rows.slice(0, limit).map(({ body }) => messageOf(body))
  return { messages: messages.reverse(), more: rows.length > limit }
}

/** What was told of chats that are heard of again: none of it is told twice, and no place is given twice. */
export function remembered(
  database: Database,
  { id, place }: Whose,
  chatIds: readonly string[],
): readonly Remembered[] {
  return chatIds.flatMap((chatId) => {
    const rows = database.all(
      `SELECT message_id, place FROM ${place}.messages WHERE owner = ? AND chat_id = ? ORDER BY place`,
      [id, chatId],
    )
    const lastPlace = Number(rows.at(-1)?.place ?? 0)
    return rows.length === 0 ? [] : [{ id: chatId, ids: rows.map(({ message_id: one }) => String(one)), lastPlace }]
  })
}

/** Of the same customer on the same channel, newest first. */
export function earlier(
  database: Database,
  owner: number,
  { chatId, customer, before, limit }: EarlierAsked,
): { readonly chats: readonly PastChat[]; readonly more: boolean } {
  const who = customer ?? customerOf(database, owner, chatId)
  if (!who) return { chats: [], more: false }
  const rows = database.all(
    `SELECT * FROM chats WHERE owner = ? AND channel = ? AND customer_id = ? AND chat_id <> ? AND id < ?
     AND ended_at IS NOT NULL ORDER BY id DESC LIMIT ?`,
    [owner, who.channel, who.id, chatId, before ?? Number.MAX_SAFE_INTEGER, limit + 1],
  )
  return { chats: rows.slice(0, limit).map(pastChatOf), more: rows.length > limit }
}

function customerOf(database: Database, owner: number, chatId: string): EarlierAsked['customer'] | null {
  const past = pastOf(database, owner, chatId)
  return past && { channel: past.channel, id: past.customer.id }
}

/** Newest first, in what was said, and over all also in who it was, where, and what was noted. */
export function search(database: Database, whose: Whose, { text, chatId, limit }: SearchAsked): readonly ChatFound[] {
  const terms = fold(text).split(/\s+/).filter(Boolean)
  if (terms.length === 0) return []
  const said = inMessages(database, whose, { terms, chatId, limit })
  const about = chatId === undefined ? inChats(database, whose.id, terms, limit) : []
  return [...said, ...about].sort((one, other) => momentOf(other) - momentOf(one)).slice(0, limit)
}

function momentOf({ message, past }: ChatFound): number {
  return message?.at ?? past?.startedAt ?? 0
}

interface Looked {
  readonly terms: readonly string[]
  readonly chatId: string | undefined
  readonly limit: number
}

/** Shorter words than three letters (many a Chinese name) are found by going through what was said. */
function inMessages(database: Database, { id, place }: Whose, { terms, chatId, limit }: Looked): readonly ChatFound[] {
  const index = indexWords([terms])
  const from =
    index === null ? `${place}.messages m` : `${place}.found f CROSS JOIN ${place}.messages m ON m.id = f.rowid`
  const where = [
    ...(index === null ? [] : ['f.words MATCH :index']),
    'm.owner = :owner',
    ...(chatId === undefined ? [] : ['m.chat_id = :chat']),
    ...terms.map((_, at) => `instr(m.words, :term${at})`),
  ]
  const values = {
    ...Object.fromEntries(terms.map((term, at) => [`:term${at}`, term])),
    ':owner': id,
    ':limit': limit,
    ...(index !== null && { ':index': index }),
    ...(chatId !== undefined && { ':chat': chatId }),
  }
  const sql = `SELECT m.body FROM ${from} WHERE ${where.join(' AND ')} ORDER BY m.at DESC, m.place DESC LIMIT :limit`
  return database.all(sql, values).map(({ body }) => {
    const message = messageOf(body)
    return { chatId: message.chatId, message, past: pastOf(database, id, message.chatId) }
  })
}

function pastOf(database: Database, owner: number, chatId: string): PastChat | null {
  const sql = 'SELECT * FROM chats WHERE owner = ? AND chat_id = ? AND ended_at IS NOT NULL'
  const row = database.get(sql, [owner, chatId])
  return row ? pastChatOf(row) : null
}

function inChats(database: Database, owner: number, terms: readonly string[], limit: number): readonly ChatFound[] {
  const has = terms.map((_, at) => `instr(words, :term${at})`).join(' AND ')
  const values = Object.fromEntries(terms.map((term, at) => [`:term${at}`, term]))
  const sql = `SELECT * FROM chats WHERE owner = :owner AND ended_at IS NOT NULL AND ${has} ORDER BY id DESC LIMIT :limit`
  return database.all(sql, { ...values, ':owner': owner, ':limit': limit }).map((row) => {
    const past = pastChatOf(row)
    return { chatId: past.id, message: null, past }
  })
}
