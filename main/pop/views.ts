import type {
  PageEvent,
  PagePermission,
  PageState,
  Pop,
  PopAnswer,
  PopDownload,
  PopQuestion,
  PopRoom,
  PopTab,
  TabVerb,
} from '#contract'

/** What of the profile's page a view must know. */
export interface PageRules {
  readonly name: string
  /** Where it begins; its origin is who may dial from it. */
  readonly origin: string
  readonly keepsSignIn: boolean
  readonly permissions: readonly PagePermission[]
  readonly hosts: readonly string[] | null
  readonly sounds: boolean
  readonly dialableNumbers: boolean
  readonly servesSupportScript: boolean
  /** PEM text of an authority that counts for this page's own host. */
  readonly ca: string | null
}

/** What is asked of the page's server. `form`: posted, as `application/x-www-form-urlencoded`. */
export interface PageAddress {
  readonly url: string
  readonly form: string | null
}

/** What a view tells of itself; each whole, nothing of it is a delta. */
export type ViewFact =
  | {
      readonly type: 'seen'
      readonly tab: Partial<
        Pick<PopTab, 'title' | 'host' | 'secure' | 'canGoBack' | 'canGoForward' | 'zoom' | 'silenced' | 'find'>
      >
    }
  | { readonly type: 'state'; readonly state: PageState }
  /** Its page opened a window, which is a tab now. */
  | { readonly type: 'opened'; readonly tab: string }
  | { readonly type: 'window-refused' }
  | { readonly type: 'asks'; readonly question: PopQuestion }
  /** The question is not wanted any more: the page has gone on. */
  | { readonly type: 'asks-no-more'; readonly id: string }
  | { readonly type: 'download'; readonly download: PopDownload }
  /** `clicked`: by the agent's own hand just now, as main has seen and no page can say. */
  | {
      readonly type: 'calls-out'
      readonly number: string
      readonly mode: 'audio' | 'video'
      readonly clicked: boolean
    }
  /** The agent wants the tab beside it, by a key that the page does not see. */
  | { readonly type: 'turns'; readonly to: 'next' | 'previous' }
  | { readonly type: 'closed' }

/** The Electron half of the pages: real views, which only do what they are told and tell what they see. */
export interface Views {
  /** The pages of the profile, and whether somebody is signed in: then each has a warm view, else none is left. */
  use(pages: readonly PageRules[], signedIn: boolean): void
  open(tab: string, page: string, address: PageAddress): void
  /** The page is asked first; it may want to stay. */
  close(tab: string): void
  show(tab: string | null): void
  place(place: Pop['place']): void
  room(room: PopRoom | null): void
  focus(): void
  tab(tab: string, verb: TabVerb): void
  find(tab: string, text: string, forward: boolean): void
  answer(question: PopQuestion, answer: PopAnswer): void
  download(id: string, verb: 'cancel' | 'show' | 'forget'): void
  /** Told to the page, now or as soon as it has begun. */
  tell(tab: string, event: PageEvent): void
  /** While a call rings or talks pages are silent, but those that may sound. */
  inCall(on: boolean): void
}

/** Makes them; `hear` is told what each view tells. */
export type MakeViews = (hear: (tab: string, fact: ViewFact) => void) => Views
