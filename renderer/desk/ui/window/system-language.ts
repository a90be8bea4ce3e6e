import type { Language } from '#contract'

/** For a window that knows the setting only, where the agent has chosen none. */
export function systemLanguage(): Language {
  return navigator.language.startsWith('zh') ? 'zh-CN' : 'en'
}
