import type { ChatFilesRequests, MessageContent, Upload, VoiceMessage, VoiceRequests } from '#contract'

export interface ChatFilesOptions {
  readonly onUploads: (uploads: readonly Upload[]) => void
  readonly onVoiceMessage: (voiceMessage: VoiceMessage) => void
  /** A file that is in the media cache becomes a message of the agent; `key` is the upload's. */
  readonly post: (chatId: string, key: string, content: MessageContent) => void
}

export interface ChatFilesPart {
  readonly requests: ChatFilesRequests
  readonly phoneRequests: VoiceRequests
  current(): { readonly uploads: readonly Upload[]; readonly voiceMessage: VoiceMessage }
}

/** Files of conversations: to the media cache, and from it. */
export function createChatFiles(_: ChatFilesOptions): ChatFilesPart {
  return {
    requests: {
      'chatFiles.upload': () => Promise.resolve({ ok: false, reason: 'no-media-cache' }),
      'chatFiles.check': () => Promise.resolve({ ok: false, reason: 'no-media-cache' }),
      'chatFiles.cancel': () => undefined,
      'chatFiles.retry': () => undefined,
      'chatFiles.look': () => Promise.resolve({ ok: false, reason: 'no-media-cache' }),
      'chatFiles.save': () => Promise.resolve({ ok: false, reason: 'no-media-cache' }),
      'chatFiles.startVoice': () => undefined,
      'chatFiles.stopVoice': () => undefined,
    },
    phoneRequests: {
      'voice.level': () => undefined,
      'voice.recorded': () => undefined,
      'voice.failed': () => undefined,
    },
    current: () => ({ uploads: [], voiceMessage: { status: 'off' } }),
  }
}
