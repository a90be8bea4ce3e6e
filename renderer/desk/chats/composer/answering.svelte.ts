import type { ChatMessage } from '#contract'
import type { DeskBridge } from '../../bridge.ts'
import { conversationsOver } from '../conversation/conversations.svelte.ts'
import { LastAnswers } from '../replies/last-answers.svelte.ts'
import { Replies } from '../replies/replies.svelte.ts'
import { Drafts } from './drafts/drafts.svelte.ts'
import { Refusals } from './refusals.svelte.ts'
import { type FindWords, findWordsOf } from './rules/sensitive-words.ts'

/** What answering needs in every chat alike, and what must outlive the pane it is shown in. */
export interface Answering {
  readonly drafts: Drafts
  readonly replies: Replies
  readonly lastAnswers: LastAnswers
  readonly refusals: Refusals
  /** Built anew only when the words are others: main tells them with every change of the chats. */
  finder(words: readonly string[]): FindWords
}

const made = new WeakMap<DeskBridge, Answering>()

/** One for each door to main: the composer is loaded late and comes and goes, what is being written stays. */
export function answeringOf(bridge: DeskBridge): Answering {
  const there = made.get(bridge)
  if (there) return there
  const drafts = new Drafts(bridge)
  const refusals = new Refusals(drafts, (chatId, messageId) => conversationsOver(bridge).of(chatId).discard(messageId))
  addEventListener('pagehide', () => drafts.flush())
  bridge.subscribe('chats.messages', (messages: readonly ChatMessage[]) => refusals.hear(messages))
  const answering: Answering = {
    drafts,
    refusals,
    replies: new Replies(bridge),
    lastAnswers: new LastAnswers(),
    finder: keepFinder(),
  }
  made.set(bridge, answering)
  return answering
}

function keepFinder(): Answering['finder'] {
  let kept: readonly string[] = []
  let find = findWordsOf(kept)
  return (words) => {
    if (words.length !== kept.length || words.some((word, index) => word !== kept[index])) {
      kept = words
      find = findWordsOf(words)
    }
    return find
  }
}
