import type { KeeperWords } from './store/keeper.ts'

/** What main asks the thread of the database; answered in the order of the asking. */
export interface Question<N extends keyof KeeperWords = keyof KeeperWords> {
  readonly id: number
  readonly name: N
  readonly input: KeeperWords[N]['input']
}

export type Answer =
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly error: string }
  /** A damaged file has another name now; null: it could not even be renamed. */
  | { readonly setAside: string | null }
