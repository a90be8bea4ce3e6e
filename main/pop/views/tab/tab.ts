import type { Session, WebContents, WebContentsView } from 'electron'
import type { PageRules, ViewFact } from '../../views.ts'

/** A page of the profile, with the session that is its own. */
export interface SitePage {
  readonly rules: PageRules
  readonly session: Session
}

/** One view, for as long as it is there. */
export interface Tab {
  readonly id: string
  readonly page: SitePage
  readonly view: WebContentsView
  readonly contents: WebContents
  readonly tell: (fact: ViewFact) => void
}
