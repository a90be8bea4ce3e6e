import type { ChatMessage, MediaFile, MessageContent } from '#contract'
import { m } from '../../../messages/compiled/messages.js'
import { getLocale } from '../../../messages/compiled/runtime.js'
import { plainText } from '../email/plain-text.ts'
import { senderOf } from './conversation-words.ts'
import { lineWord } from './line-word.ts'

/** A message's content as it is copied: the text itself, or what stands for it. */
export function contentText(content: MessageContent): string {
  switch (content.kind) {
    case 'text':
      return content.text
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return `[${fileWord(content.kind)}] ${nameOf(content.file)}`
    case 'location':
      return [`${content.latitude}, ${content.longitude}`, content.description].filter(Boolean).join('\n')
    case 'card':
      return [content.title, content.description, content.url].filter(Boolean).join('\n')
    case 'email':
      return [content.subject, plainText(content.html), ...content.attachments.map(nameOf)].filter(Boolean).join('\n\n')
    case 'line':
      return lineWord(content)
    case 'unknown':
      return content.text
  }
}

/** A line of the whole conversation as text. */
export function messageText(message: ChatMessage, customer: string, agent: string): string {
  const at = new Intl.DateTimeFormat(getLocale(), {
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(message.at)
  if (message.content.kind === 'line') return `[${at}] ${contentText(message.content)}`
  const who = message.side === 'agent' ? agent : senderOf(message, customer)
  return `[${at}] ${who}: ${contentText(message.content)}`
}

export function fileWord(kind: 'image' | 'audio' | 'video' | 'file'): string {
  const words = { image: m.conv_image, audio: m.conv_audio, video: m.conv_video, file: m.conv_file }
  return words[kind]()
}

export function nameOf(file: MediaFile): string {
  return file.name ?? `${file.fileId}.${file.ending}`
}
