/** A canned reply. `site` ones come from the profile or the gateway and cannot be changed here. */
export interface Reply {
  readonly id: string
  readonly owner: 'site' | 'agent'
  /** What is typed after "/"; may be empty. */
  readonly shortcut: string
  readonly title: string
  /** May hold `{customer}`, `{agent}`, `{queue}`. At most 4,000 characters. */
  readonly text: string
  readonly group?: string
}

export interface RepliesState {
  /** Another number: other replies. */
  readonly revision: number
}

export interface RepliesRequests {
  /** The last used first. */
  'replies.all': (input: undefined) => Promise<readonly Reply[]>
  /** Of the agent's own; a new one has an empty id. False: no room (500 own ones) or not theirs. */
  'replies.save': (input: Omit<Reply, 'owner'>) => Promise<boolean>
  'replies.remove': (input: { readonly id: string }) => Promise<void>
  /** The agent has taken it: it leads the list from now on. */
  'replies.used': (input: { readonly id: string }) => Promise<void>
}
