import type { Language, Theme } from '#contract'

/** What stands outside the components: the document's language, for fonts and screen readers, and its theme. */
export function dressDocument(language: Language, theme: Theme): void {
  document.documentElement.lang = language
  document.documentElement.dataset.theme = theme
}
