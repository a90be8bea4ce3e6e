/**
 * What crosses between main and a page of the site's, through a preload that gives the page one object,
 * `AICCSupport`, and nothing else (spec/media-and-services.md 5.3).
 */

/** `Switch`: the agent has selected another chat. */
export type PageEventName = 'Init' | 'Ringing' | 'Talking' | 'Release' | 'Switch'

/** Of an `Init`, `workNo` alone. `callType`: 0 in, 1 out. */
export interface PageEventFields {
  readonly workNo: string
  readonly callerNum?: string
  readonly calledNum?: string
  readonly callid?: string
  /** `audio`, `video`, or the channel of a chat. */
  readonly mediaType?: string
  readonly callType?: '0' | '1'
  readonly calldata?: string
}

export interface PageEvent {
  readonly name: PageEventName
  readonly fields: PageEventFields
}

/** What the preload is told when its page begins. */
export interface PageSetup {
  /** Whether numbers in the page's text are made dialable. */
  readonly dialableNumbers: boolean
  /** Events that came before the page did, oldest first. */
  readonly events: readonly PageEvent[]
}

export interface PageRequests {
  'page.setup': (input: undefined) => PageSetup
  /** By `callout`, by `clickToOutbound`, or by a number in the page's text. Everything else about it is main's to know. */
  'page.callOut': (input: {
    readonly number: string
    readonly mode: 'audio' | 'video'
    readonly by: 'message' | 'support' | 'number'
    /** Of the frame that posted the message. */
    readonly origin?: string
  }) => void
}

export interface PageEvents {
  'page.event': PageEvent
}

/** Sent and waited for on a channel of its own, `page.dialog`: the page stands still meanwhile, as in a browser. */
export interface PageDialog {
  readonly dialog: 'alert' | 'confirm' | 'prompt'
  readonly text: string
  /** What a prompt begins with. */
  readonly initial: string
}

export interface PageDialogAnswer {
  readonly ok: boolean
  readonly text: string
  /** This document asks no more: its further dialogs are answered by nothing, without coming to main. */
  readonly noMore: boolean
}
