import type { ChatFilesRequests, FileCheck, SaveResult, Time, Upload, VoiceMessage, VoiceRequests } from '#contract'
import type { Log } from '../../log/log.ts'
import { type Content, createContents } from './contents.ts'
import { createLooks, type Looks, type LooksOptions, lookOf, type Wanted } from './looks.ts'
import { type Examined, examineOther, examineOwn, type FilePolicy } from './policy/examine.ts'
import { nameToSave, saveMarked } from './save.ts'
import { createUploads, type UploadsOptions } from './uploads.ts'
import { createVoiceMessages, type VoiceOptions } from './voice/voice-messages.ts'

export interface ChatFilesOptions
  extends Pick<UploadsOptions, 'onUploads' | 'post' | 'channelOf' | 'store'>,
    Pick<LooksOptions, 'holds'>,
    Pick<VoiceOptions, 'onVoiceMessage'> {
  readonly policy: () => FilePolicy
  /** What the phone window may record now, or null. */
  readonly wantVoice: VoiceOptions['want']
  /** Where the agent wants it, or null. */
  readonly askWhere: (name: string) => Promise<string | null>
  /** Where the desk finds what stands under this token. */
  readonly addressOf: (token: string) => string
  readonly newKey: () => string
  readonly platform: NodeJS.Platform
  readonly now: () => Time
  readonly log: Pick<Log, 'warn'>
}

export interface ChatFilesPart {
  readonly requests: ChatFilesRequests
  readonly phoneRequests: VoiceRequests
  current(): { readonly uploads: readonly Upload[]; readonly voiceMessage: VoiceMessage }
  /** What the desk may show under this token, and nothing else. */
  find(token: string): { readonly bytes: Uint8Array; readonly contentType: string } | undefined
  /** Whether a call rings, is dialled or talks, or any dialog may hear the microphone. */
  inCall(is: boolean): void
  phoneWindowGone(): void
  /** Nothing of the shift is left. */
  signedOut(): void
}

/** Files of conversations: to the media cache, and from it. */
export function createChatFiles(options: ChatFilesOptions): ChatFilesPart {
  const contents = createContents()
  const uploads = createUploads({
    ...options,
    examine: (name, content) => examineOwn(name, content, options.policy()),
    onStored: contents.keep,
  })
  const looks = createLooks({
    ...options,
    contents,
    examine: (ending, content) => examineOther(ending, content, options.policy()),
    maxBytes: () => options.policy().maxBytes,
  })
  const voices = createVoiceMessages({
    onVoiceMessage: options.onVoiceMessage,
    want: options.wantVoice,
    send: ({ chatId, content, ending }) => {
      const sent = uploads.add({ chatId, key: options.newKey(), name: `voice.${ending}`, content })
      if (!sent.ok) options.log.warn('a voice message was refused', { reason: sent.reason })
    },
    now: options.now,
  })
  return {
    requests: {
      'chatFiles.upload': (input) => Promise.resolve(uploads.add(input)),
      'chatFiles.check': ({ name, content }) => Promise.resolve(checkOf(examineOwn(name, content, options.policy()))),
      'chatFiles.cancel': ({ key }) => uploads.cancel(key),
      'chatFiles.retry': ({ key }) => uploads.retry(key),
      'chatFiles.look': async (wanted) => lookOf(await looks.fetch(wanted), options.addressOf),
      'chatFiles.save': (wanted) => save(looks, wanted, options),
      'chatFiles.startVoice': ({ chatId }) => voices.start(chatId),
      'chatFiles.stopVoice': ({ send }) => voices.stop(send),
    },
    phoneRequests: voices.phoneRequests,
    current: () => ({ uploads: uploads.current(), voiceMessage: voices.current() }),
    find: (token) => shownOf(contents.find(token)),
    inCall: voices.inCall,
    phoneWindowGone: voices.phoneGone,
    signedOut: () => {
      voices.over()
      uploads.clear()
      looks.clear()
      contents.clear()
    },
  }
}

function checkOf(examined: Examined): FileCheck {
  if (!examined.ok) return examined
  return { ok: true, type: examined.shown ? examined.type : 'file', ...examined.size }
}

function shownOf(content: Content | undefined) {
  if (content === undefined || !content.examined.shown) return undefined
  return { bytes: content.bytes, contentType: content.examined.contentType }
}

async function save(
  looks: Looks,
  wanted: Wanted & { readonly name: string },
  options: ChatFilesOptions,
): Promise<SaveResult> {
  const fetched = await looks.fetch(wanted)
  if (!fetched.ok) return fetched
  const { bytes, examined } = fetched.content
  const path = await options.askWhere(nameToSave(wanted.name, examined.ending))
  if (path === null) return { ok: true, saved: false }
  const saved = await saveMarked(path, bytes, options)
  return saved ? { ok: true, saved } : { ok: false, reason: 'not-written' }
}
