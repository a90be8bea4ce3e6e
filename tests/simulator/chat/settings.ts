/** How this site's chat behaves where sites differ or nothing is published. May be changed while it runs. */
export interface ChatBehaviour {
  /** The newer interface or the older one (spec/media-and-services.md 2.1). */
  dialect: 'mediacall' | 'textchat'
  /** What `message` of AgentEvent_MessageData is: JSON (2.3, inferred), or the bare text of private deployments. */
  messages: 'json' | 'plain'
  /** Media type of chats from web pages; the others are 53 (2.7: "older: 51 web"). */
  webMediaType: 51 | 53
  /** MULTIMEDIA_SECMODE (2.2): 1 allows 1.9 KB, 0 allows 3.8 KB. */
  secMode: 0 | 1
  /** What those limits count: the whole `data`, as 2.2 puts it, or the text in it, as its "600 characters" suggest. */
  limitCounts: 'data' | 'text'
  /** Refused with 700-012 (2.5). */
  sensitiveWords: readonly string[]
  /** Chats at once for an agent who has not said how many (`setcallnums`, 2.2; the number is inferred). */
  chatsEach: number
  /** Whether a chat leaves the agent free for calls, and a call for chats, or each excludes the other (inferred). */
  voiceAndChat: 'together' | 'apart'
  /** Whether agents' typing and read marks are taken (chapter 11, 5: unknown); refused with 000-002 if not. */
  takesMarks: boolean
  /** Whether agents see why it ended: the customer's or the platform's DISCONNECT before the release (2.5, inferred). */
  tellsDisconnect: boolean
  /** Whether the channel's sub-media stands in what tells of a chat (8.5 knows it of bills only: inferred). */
  tellsSubMedia: boolean
  /** What was said before reaches the agent who takes it: robot's words, waiting customer's, earlier agent's (inferred). */
  tellsEarlier: boolean
  /** The "asynchronous" switch: a customer who does not answer is away, and may come back (2.5). */
  asynchronous: boolean
  /** A customer who says nothing for so long after an agent's word is disconnected by the platform (2.5); 0: never. */
  customerSilenceMs: number
  /** A ringing chat's time to be answered. */
  noAnswerMs: number
}

export const defaultChatBehaviour: ChatBehaviour = {
  dialect: 'mediacall',
  messages: 'json',
  webMediaType: 53,
  secMode: 0,
  limitCounts: 'data',
  sensitiveWords: [],
  chatsEach: 5,
  voiceAndChat: 'together',
  takesMarks: true,
  tellsDisconnect: true,
  tellsSubMedia: true,
  tellsEarlier: true,
  asynchronous: false,
  customerSilenceMs: 0,
  noAnswerMs: 20_000,
}
