import { expect, test } from 'vitest'
import { chatShape } from '#main/profile/chat.ts'
import { chatSiteOf } from '#main/profile/chat-site.ts'
import { profileShape } from '#main/profile/profile.ts'

const profile = (chat?: unknown) =>
  profileShape.parse({
    name: 'Site',
    sip: { servers: ['wss://sip.example.com/ws'], domain: 'example.com' },
    ...(chat !== undefined && { chat }),
  })

test('an empty chat section is a whole one: the newer interface, and no content on the disk', () => {
  expect(chatShape.parse({})).toMatchObject({ dialect: 'mediacall', mediaType: '53', limit: 5, contentDays: 0 })
  expect(chatSiteOf(profile({}))).toMatchObject({ limit: 5, textBytes: 3_400, contentDays: 0, typing: true })
})

test('without the section nothing is typed, sent or kept', () => {
  expect(chatSiteOf(profile())).toMatchObject({ typing: false, contentDays: 0, files: { endings: [] } })
  expect(chatSiteOf(null)).toEqual(chatSiteOf(profile()))
})

test('what a site says reaches the agents: limits in bytes, categories in both languages', () => {
  const categories = { bill: { en: 'Billing', 'zh-CN': '账单' } }
  const site = chatSiteOf(profile({ messageBytes: 1_900, categories, files: { maxMegabytes: 2 } }))

  expect(site).toMatchObject({ textBytes: 1_500, files: { maxBytes: 2_097_152 } })
  expect(site.categories).toEqual([{ key: 'bill', en: 'Billing', zhCN: '账单' }])
})

test.each([
  [{ dialect: 'smoke' }, 'mediacall | textchat'],
  [{ limit: 61 }, '1 … 60'],
  [{ replySeconds: { warn: 90, late: 60 } }, 'warn ≤ late'],
  [{ files: { endings: ['.exe'] } }, 'jpg'],
])('%o is refused, and what was expected said', (chat, expected) => {
  const parsed = chatShape.safeParse(chat)

  expect(parsed.error?.issues.map(({ message }) => message)).toContain(expected)
})
