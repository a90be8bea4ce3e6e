import type { Language } from '#contract'

/** Each language in its own words, so that it is found by whoever cannot read the one in force. */
export const languageNames: readonly (readonly [Language, string])[] = [
  ['zh-CN', '中文'],
  ['en', 'English'],
]
