import type { ChatMessage, MediaFile, MessageContent } from '#contract'
import { fold } from '../../../database/find.ts'

/** What of a message is searched, one field a line. */
export function saidWords({ name, content }: Pick<ChatMessage, 'name' | 'content'>): string {
  return fold([name ?? '', ...partsOf(content)].filter(Boolean).join('\n'))
}

function partsOf(content: MessageContent): readonly string[] {
  switch (content.kind) {
    case 'text':
    case 'unknown':
      return [content.text]
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return named(content.file)
    case 'location':
      return [content.description]
    case 'card':
      return [content.title, content.description]
    case 'email':
      return [
        content.subject,
        content.from,
        ...content.to,
        ...content.attachments.flatMap(named),
        withoutTags(content.html),
      ]
    case 'line':
      return content.line === 'said' ? [content.text] : []
  }
}

const named = ({ name }: MediaFile) => (name === undefined ? [] : [name])

/** For the index alone; never for the screen. */
function withoutTags(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}
