/** One thing that can be asked of a database: with what, and what comes of it. */
export interface Word<Input, Output> {
  readonly input: Input
  readonly output: Output
}

export type Words<Names> = { readonly [N in keyof Names]: Word<unknown, unknown> }

/** A function for each, called by its name with its own input. */
export type Verbs<Asked extends Words<Asked>> = {
  readonly [N in keyof Asked]: (input: Asked[N]['input']) => Asked[N]['output']
}

/** What main asks the thread of the database; answered in the order of the asking. */
export interface Question {
  readonly id: number
  readonly name: string
  readonly input: unknown
}

export type Answer =
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly error: string }
  /** A damaged file has another name now; null: it could not even be renamed. */
  | { readonly setAside: string | null }

/** Told of a file that could not be used: its new name, or null when it has no other and all is kept in memory. */
export type OnSetAside = (file: string | null) => void
