import { z } from 'zod'
import type { Operation } from '../gateway.ts'
import { listOf, read, text } from '../wire/lenient.ts'
import { query } from './operation.ts'

export interface QuickReply {
  readonly id: string
  readonly content: string
}

/** The members' names are nowhere written (spec/media-and-services.md 2.6): those that insert and update take, and likely ones. */
const wire = z
  .object({ id: text, content: text, quickreply: text, replycontent: text })
  .transform(({ id, content, quickreply, replycontent }, context) => {
    const words = content ?? quickreply ?? replycontent
    if (words) return { id: id ?? words.slice(0, 100), content: words }
    context.addIssue('no content')
    return z.NEVER
  })

const bare = z.string().transform((content) => ({ id: content.slice(0, 100), content }))

/** The spelling is the gateway's. */
export const quickReplies = (): Operation<QuickReply[]> => ({
  ...query('/textchat/{agentId}/getquickrelpylist', readList),
  besideCommands: true,
})

function readList(result: unknown): QuickReply[] {
  const list = Array.isArray(result) ? result : read(z.object({ list: z.array(z.unknown()) }), result)?.list
  return read(listOf(z.union([wire, bare])), list ?? []) ?? []
}
