import type { Bridge } from '#contract'

/** What the preload put on the window. */
export function bridgeOf(scope: object): Bridge<'phone'> {
  if (!('bridge' in scope)) throw new Error('the phone window was opened without its preload')
  return scope.bridge as Bridge<'phone'>
}
