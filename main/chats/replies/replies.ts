import type { RepliesRequests, RepliesState } from '#contract'

export interface RepliesOptions {
  readonly onState: (state: RepliesState) => void
}

export interface RepliesPart {
  readonly requests: RepliesRequests
  current(): RepliesState
}

/** Canned replies: the site's and the agent's own. */
export function createReplies(_: RepliesOptions): RepliesPart {
  return {
    requests: {
      'replies.all': () => Promise.resolve([]),
      'replies.save': () => Promise.resolve(false),
      'replies.remove': () => Promise.resolve(),
    },
    current: () => ({ revision: 0 }),
  }
}
