import type { Time } from './agent.ts'

/** What a tab belongs to; a tab that the agent opened for nobody belongs to nothing. */
export type PopSubject =
  | { readonly kind: 'call'; readonly callId: string }
  | { readonly kind: 'chat'; readonly chatId: string }

/** Why a page is not there. */
export type PageFailure =
  | 'no-network'
  | 'not-found'
  | 'refused'
  | 'certificate'
  | 'sign-in'
  | 'too-slow'
  /** The page would leave the hosts that the profile allows it. */
  | 'not-allowed'
  | 'other'

export type PageState =
  | { readonly name: 'loading' }
  | { readonly name: 'shown' }
  /** `code`: Chromium's own word (`ERR_…`) or an HTTP status, for whoever is asked for help. */
  | { readonly name: 'failed'; readonly why: PageFailure; readonly code: string }
  | { readonly name: 'not-responding' }
  | { readonly name: 'crashed' }

/** One page of one call or chat, or a window that such a page opened. */
export interface PopTab {
  readonly id: string
  /** The profile's name of the page. */
  readonly page: string
  /** The tab whose page opened this one. */
  readonly opener: string | null
  readonly subject: PopSubject | null
  /** Its call or chat has ended; the tab stays until the agent closes it. */
  readonly over: boolean
  /** Whose page it is, where several calls have one: a name or a number. */
  readonly person: string | null
  /** The agent has not looked at it since it came. */
  readonly unseen: boolean
  /** The page's own, at most 200 characters; empty until it says one. */
  readonly title: string
  /** Host and port, as shown in an address bar; never the path or query, which name a customer. */
  readonly host: string
  /** By TLS. */
  readonly secure: boolean
  readonly state: PageState
  readonly canGoBack: boolean
  readonly canGoForward: boolean
  /** In percent. */
  readonly zoom: number
  /** The page would sound, and is silenced while a call is up. */
  readonly silenced: boolean
  /** What is looked for in it; null: nothing. */
  readonly find: { readonly text: string; readonly matches: number; readonly active: number } | null
  /** Windows that it wanted to open and was refused, since the agent last looked. */
  readonly windowsRefused: number
}

/** What a page can be allowed by the profile, and then by the agent. Microphone and camera are not among it. */
export type PagePermission = 'notifications' | 'geolocation' | 'clipboard-read' | 'full-screen'

/** A certificate of the agent's that a server asks for. */
export interface ClientCertificate {
  readonly subject: string
  readonly issuer: string
  readonly validUntil: Time
}

/** What a page, its server or a file of it waits for. */
export type PopQuestion = { readonly id: string; readonly tab: string } & (
  | {
      readonly kind: 'dialog'
      readonly dialog: 'alert' | 'confirm' | 'prompt'
      /** At most 2,000 characters. */
      readonly text: string
      readonly initial: string
      /** Not its first one: the agent may say that it is to ask no more. */
      readonly repeated: boolean
    }
  /** The page wants to be asked before it is left, as for unsaved text. */
  | { readonly kind: 'leave'; readonly closing: boolean }
  | { readonly kind: 'permission'; readonly permission: PagePermission; readonly host: string }
  | {
      readonly kind: 'sign-in'
      readonly host: string
      readonly realm: string
      readonly proxy: boolean
      readonly secure: boolean
      /** What was given last was not right. */
      readonly again: boolean
    }
  | { readonly kind: 'certificate'; readonly host: string; readonly choices: readonly ClientCertificate[] }
  /** `bytes`: null where the server does not say. */
  | { readonly kind: 'download'; readonly host: string; readonly file: string; readonly bytes: number | null }
)

export type PopAnswer =
  | { readonly kind: 'dialog'; readonly ok: boolean; readonly text?: string; readonly noMore?: boolean }
  | { readonly kind: 'leave'; readonly ok: boolean }
  | { readonly kind: 'permission'; readonly ok: boolean }
  /** Null: none is given. */
  | { readonly kind: 'sign-in'; readonly user: string | null; readonly password: string }
  /** Place among the choices; null: none is given. */
  | { readonly kind: 'certificate'; readonly choice: number | null }
  | { readonly kind: 'download'; readonly to: 'downloads' | 'ask' | 'nowhere' }

export interface PopDownload {
  readonly id: string
  readonly tab: string
  readonly file: string
  readonly bytes: number | null
  readonly received: number
  readonly state: 'going' | 'done' | 'failed' | 'cancelled'
}

/** A page that the profile asks for and that was not opened, and why. */
export interface PopRefusal {
  readonly id: string
  readonly page: string
  readonly subject: PopSubject | null
  readonly why: /** The address needs a value that this call does not have. */
    | { readonly kind: 'missing'; readonly value: string }
    /** What came out is no address of http or https. */
    | { readonly kind: 'scheme' }
    | { readonly kind: 'malformed' }
    /** There are as many tabs as there may be. */
    | { readonly kind: 'too-many' }
}

/** The customer's pages beside the call. */
export interface Pop {
  /** Names of the pages that can be opened by hand; empty: this site has none, and the pane is not there. */
  readonly pages: readonly string[]
  readonly tabs: readonly PopTab[]
  /** Whose view is seen. */
  readonly shown: string | null
  /** `closed`: put away by the agent, whatever pops. */
  readonly place: 'desk' | 'window' | 'closed'
  readonly questions: readonly PopQuestion[]
  readonly downloads: readonly PopDownload[]
  readonly refusals: readonly PopRefusal[]
}

/** Where the desk leaves room, in CSS pixels of its own page; main knows its zoom. */
export interface PopRoom {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type TabVerb = 'back' | 'forward' | 'reload' | 'stop' | 'print' | 'zoom-in' | 'zoom-out' | 'zoom-reset' | 'end'

export interface PopRequests {
  /** Null: nothing is seen of a page now, as under a dialog of the desk's own. */
  'pop.room': (input: PopRoom | null) => void
  'pop.show': (input: { readonly tab: string }) => void
  /** The agent looks at this call or chat: its own tab comes to the front, and stays there if it has none. */
  'pop.follow': (input: PopSubject | null) => void
  /** `page` for this call or chat, by hand. */
  'pop.open': (input: { readonly page: string; readonly subject: PopSubject | null }) => void
  'pop.close': (input: { readonly tab: string }) => void
  /** All tabs whose call or chat is over. */
  'pop.closeEnded': (input: undefined) => void
  /** `end`: of a page that does not respond. */
  'pop.tab': (input: { readonly tab: string; readonly verb: TabVerb }) => void
  /** Empty text ends it. */
  'pop.find': (input: { readonly tab: string; readonly text: string; readonly forward: boolean }) => void
  'pop.answer': (input: { readonly id: string; readonly answer: PopAnswer }) => void
  'pop.download': (input: { readonly id: string; readonly verb: 'cancel' | 'show' | 'forget' }) => void
  'pop.refusalSeen': (input: { readonly id: string }) => void
  'pop.place': (input: { readonly place: Pop['place'] }) => void
  /** The keyboard goes into the page that is seen. */
  'pop.focus': (input: undefined) => void
}
