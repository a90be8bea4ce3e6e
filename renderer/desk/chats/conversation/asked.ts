/** What was clicked in a foreign text, and leaves the desk only when the agent says so. */
export type Asked =
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'number'; readonly number: string }
