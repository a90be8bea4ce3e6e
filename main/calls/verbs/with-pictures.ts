import type { CallsRequests } from '#contract'
import { type AskParts, NOT_POSSIBLE } from './ask.ts'

type WithPictures = Pick<CallsRequests, 'calls.video' | 'calls.shareScreen' | 'calls.layout'>

/** What is done with the picture of a call. */
export function withPictures(_: AskParts): WithPictures {
  const refuse = () => Promise.resolve(NOT_POSSIBLE)
  return { 'calls.video': refuse, 'calls.shareScreen': refuse, 'calls.layout': refuse }
}
