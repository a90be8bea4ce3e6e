import type { PageFailure } from '#contract'

/** Chromium's net/base/net_error_list.h, as far as an agent can do something about it or must know who can. */
const known: ReadonlyMap<number, PageFailure> = new Map([
  ...[-21, -106, -109, -130].map((code) => [code, 'no-network'] as const),
  ...[-105, -137].map((code) => [code, 'not-found'] as const),
  ...[-100, -101, -102, -104, -324].map((code) => [code, 'refused'] as const),
  ...[-110, -117, -134].map((code) => [code, 'certificate'] as const),
  ...[-127, -338, -340, -341, -342].map((code) => [code, 'sign-in'] as const),
  ...[-7, -118].map((code) => [code, 'too-slow'] as const),
  ...[-10, -20, -22, -27, -301, -302].map((code) => [code, 'not-allowed'] as const),
])

/** The load was given up here, by another one, a download or the agent: nothing has failed. */
export const aborted = -3

/** All of -200 to -299 is about certificates. */
export function failureOf(code: number): PageFailure {
  if (code <= -200 && code > -300) return 'certificate'
  return known.get(code) ?? 'other'
}
