import type { Language } from '#contract'

/** A phrase in every language, for finding it whatever the agent types. */
export function inBoth(phrase: (options: { readonly locale: Language }) => string): string {
  return `${phrase({ locale: 'en' })} ${phrase({ locale: 'zh-CN' })}`
}
