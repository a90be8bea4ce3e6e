/** What main says itself in a page's own menu. */
export interface PageWords {
  readonly cut: string
  readonly copy: string
  readonly paste: string
  readonly back: string
  readonly reload: string
  readonly dial: (number: string) => string
}
