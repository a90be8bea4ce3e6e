import type { FileRefusal, SaveResult, VoiceMessage } from '#contract'
import { m } from '../../messages/compiled/messages.js'

/** Why a file is not sent, in words and with what to do about it. */
export function notSentWord(reason: FileRefusal, limit: string): string {
  switch (reason) {
    case 'too-large':
      return m.file_not_sent_too_large({ limit })
    case 'ending-not-allowed':
      return m.file_not_sent_ending()
    case 'not-what-it-says':
      return m.file_not_sent_disguised()
    case 'empty':
      return m.file_not_sent_empty()
    case 'unreadable':
      return m.file_not_sent_unreadable()
    case 'picture-too-large':
      return m.file_not_sent_picture()
    case 'no-answer':
      return m.file_not_sent_no_answer()
    case 'no-media-cache':
      return m.file_no_media_cache()
    case 'not-found':
    case 'refused':
      return m.file_not_sent_refused()
  }
}

/** Why a file that came is not shown or not saved. */
export function notShownWord(reason: Extract<SaveResult, { ok: false }>['reason']): string {
  switch (reason) {
    case 'too-large':
      return m.file_not_shown_too_large()
    case 'ending-not-allowed':
      return m.file_not_shown_ending()
    case 'not-what-it-says':
      return m.file_not_shown_disguised()
    case 'empty':
      return m.file_not_shown_empty()
    case 'unreadable':
      return m.file_not_shown_unreadable()
    case 'picture-too-large':
      return m.file_not_shown_picture()
    case 'no-answer':
      return m.file_not_shown_no_answer()
    case 'no-media-cache':
      return m.file_no_media_cache()
    case 'not-found':
      return m.file_not_shown_not_found()
    case 'refused':
      return m.file_not_shown_refused()
    case 'not-written':
      return m.file_not_written()
  }
}

/** What another attempt could change. */
export function mayChange(reason: Extract<SaveResult, { ok: false }>['reason']): boolean {
  return reason === 'no-answer' || reason === 'refused' || reason === 'not-written'
}

export function keptWord(why: Extract<VoiceMessage, { status: 'kept' }>['why']): string {
  const words = {
    'in-call': m.file_voice_kept_in_call,
    'too-long': m.file_voice_kept_too_long,
    interrupted: m.file_voice_kept_interrupted,
  }
  return words[why]()
}

export function voiceFailureWord(reason: Extract<VoiceMessage, { status: 'failed' }>['reason']): string {
  const words = {
    'in-call': m.file_voice_failed_in_call,
    'no-microphone': m.file_voice_failed_microphone,
    interrupted: m.file_voice_failed_interrupted,
  }
  return words[reason]()
}
