import type { Variable } from '../rules/variables.ts'

/** What is to be answered before a text goes. */
export type Question =
  | { readonly about: 'open-variables'; readonly variables: readonly Variable[] }
  | { readonly about: 'sensitive-words'; readonly words: readonly string[] }
  /** `parts` null: more than anybody reads. */
  | { readonly about: 'too-long'; readonly over: number; readonly parts: number | null }
  /** An e-mail is one or none. */
  | { readonly about: 'too-long-for-email'; readonly over: number }
