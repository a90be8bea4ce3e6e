import type SignedIn from './SignedIn.svelte'

type Module = { readonly default: typeof SignedIn }

let loading: Promise<Module> | undefined

/** What an agent works with, which nobody needs before they have signed in: asked for again after it has failed. */
export function loadSignedIn(): Promise<Module> {
  loading ??= import('./SignedIn.svelte').catch((error) => {
    loading = undefined
    throw error
  })
  return loading
}
