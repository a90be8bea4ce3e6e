import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Reply } from '#contract'

/** A canned reply as the site's profile has it, and as the agent's own stand in their file. */
export interface ReplyFields {
  readonly shortcut: string
  readonly title: string
  readonly text: string
  readonly group?: string | undefined
}

export const mostOwn = 500

const word = z.string().max(200)

export const ownReply = z.strictObject({
  id: word.min(1),
  shortcut: word,
  title: word,
  text: z.string().min(1).max(4_000),
  group: word.exactOptional(),
})

export type OwnReply = z.output<typeof ownReply>

/** The site's have no id of their own: what they say names them, so that a profile laid out anew loses no order. */
export function siteReply(fields: ReplyFields): Reply {
  const digest = createHash('sha256').update(`${fields.shortcut}\n${fields.title}\n${fields.text}`).digest('hex')
  return shaped(`site:${digest.slice(0, 16)}`, 'site', fields)
}

/** The gateway's quick replies are texts with an id and nothing else (spec/media-and-services.md 2.6). */
export function quickReply({ id, content }: { readonly id: string; readonly content: string }): Reply {
  const [line = ''] = content.trim().split('\n')
  return shaped(`gateway:${id}`, 'site', { shortcut: '', title: line.slice(0, 60), text: content.slice(0, 4_000) })
}

export function agentReply({ id, ...fields }: OwnReply): Reply {
  return shaped(id, 'agent', fields)
}

function shaped(id: string, owner: Reply['owner'], { shortcut, title, text, group }: ReplyFields): Reply {
  return { id, owner, shortcut, title, text, ...(group && { group }) }
}
