import type { MessageContent } from '#contract'

const LONGEST = 120

/** One line of a message for the list. */
export function lineOf(content: MessageContent): { readonly line: string; readonly kind: MessageContent['kind'] } {
  return { line: shortened(wordsOf(content)), kind: content.kind }
}

function wordsOf(content: MessageContent): string {
  switch (content.kind) {
    case 'text':
    case 'unknown':
      return content.text
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return content.file.name ?? ''
    case 'location':
      return content.description
    case 'card':
      return content.title
    case 'email':
      return content.subject
    case 'line':
      return ''
  }
}

/** Only the beginning is looked at: a message may be a megabyte. */
function shortened(text: string): string {
  const line = text
    .slice(0, LONGEST * 8)
    .replace(/\s+/g, ' ')
    .trim()
  const signs = [...line]
  return signs.length <= LONGEST ? line : `${signs.slice(0, LONGEST - 1).join('')}…`
}
