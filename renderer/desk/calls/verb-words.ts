import type { Call, CallVerb } from '#contract'
import { retcodeOrReason } from '../messages/command-sentence.ts'
import { m } from '../messages/compiled/messages.js'

/** What did not happen, in words. */
export function verbFailure(verb: CallVerb): string {
  const words: { readonly [V in CallVerb]: () => string } = {
    answer: m.answer_failed,
    decline: m.decline_failed,
    mute: m.mute_failed,
    unmute: m.unmute_failed,
    hold: m.hold_failed,
    retrieve: m.retrieve_failed,
    keys: m.keys_failed,
    transfer: m.transfer_failed,
    'take-back': m.take_back_failed,
    consult: m.consult_failed,
    conference: m.conference_failed,
    'drop-party': m.drop_party_failed,
    'start-recording': m.start_recording_failed,
    'stop-recording': m.stop_recording_failed,
    'pause-recording': m.pause_recording_failed,
    'resume-recording': m.resume_recording_failed,
    'start-video': m.video_start_failed,
    'stop-video': m.video_stop_failed,
    'share-screen': m.video_share_failed,
    'stop-sharing': m.video_share_stop_failed,
    'set-layout': m.video_layout_failed,
    'hang-up': m.hang_up_failed,
  }
  return words[verb]()
}

export function failureSentence(failure: NonNullable<Call['failure']>): string {
  return retcodeOrReason(failure.reason, failure.retcode)
}

/** Offered now, or asked and on its way: either way it keeps its place. */
export function isShown(call: Call, verb: CallVerb): boolean {
  return call.verbs.includes(verb) || call.pending === verb
}
