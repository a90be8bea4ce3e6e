import type { ChatSite } from '#contract'

export function site(changes: Partial<ChatSite> = {}): Omit<ChatSite, 'available'> & { available: boolean } {
  return {
    available: false,
    limit: 30,
    textBytes: 3_400,
    firstAnswerSeconds: { warn: 30, late: 60 },
    replySeconds: { warn: 60, late: 120 },
    survey: false,
    categories: [],
    sensitiveWords: [],
    files: { maxBytes: 1_000_000, endings: ['jpg'] },
    contentDays: 0,
    typing: true,
    ...changes,
  }
}
