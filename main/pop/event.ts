import type { Pop, PopAnswer, PopSubject, Time } from '#contract'
import type { SitePage } from './site-page.ts'
import type { Subject } from './subjects.ts'
import type { PopAgent } from './values.ts'
import type { ViewFact } from './views.ts'

export type PopEvent =
  /** Another profile is in force: no page of the one before stays. */
  | { readonly type: 'site'; readonly pages: readonly SitePage[] }
  /** Null: nobody is signed in. */
  | { readonly type: 'agent'; readonly agent: PopAgent | null }
  /** All calls and chats as they are now; one that is missing is over. */
  | { readonly type: 'work'; readonly subjects: readonly Subject[]; readonly at: Time }
  | { readonly type: 'time'; readonly at: Time }
  | { readonly type: 'followed'; readonly subject: PopSubject | null; readonly at: Time }
  | { readonly type: 'opened-by-hand'; readonly page: string; readonly subject: PopSubject | null }
  | { readonly type: 'shown'; readonly tab: string }
  | { readonly type: 'close'; readonly tab: string }
  | { readonly type: 'close-ended' }
  | { readonly type: 'fact'; readonly tab: string; readonly fact: ViewFact }
  | { readonly type: 'answered'; readonly id: string; readonly answer: PopAnswer }
  | { readonly type: 'download-forgotten'; readonly id: string }
  | { readonly type: 'refusal-seen'; readonly id: string }
  | { readonly type: 'placed'; readonly place: Pop['place'] }
