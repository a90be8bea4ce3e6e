/** The sound of one voice message as it grows. */
export interface Recording {
  /** Ends it; nothing that is heard later is in it. */
  stop(): Promise<{ readonly content: Uint8Array; readonly ending: string }>
}

/**
 * mp4 is the one container that the platform is known to carry (spec/media-and-services.md 3.3) and that Chromium
 * writes: AAC where the system has an encoder for it, as Windows and macOS have, otherwise Opus (tried on 130, Linux).
 * mp3 it cannot write, webm and ogg are in no document of the platform.
 */
const kinds = ['audio/mp4;codecs=mp4a.40.2', 'audio/mp4;codecs=opus'] as const

const speechBitsPerSecond = 32_000

/** Begins at once. */
export function record(track: MediaStreamTrack): Recording {
  const mimeType = kinds.find((kind) => MediaRecorder.isTypeSupported(kind))
  if (mimeType === undefined) throw new Error('nothing to write a voice message with')
  const recorder = new MediaRecorder(new MediaStream([track]), { mimeType, audioBitsPerSecond: speechBitsPerSecond })
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => void parts.push(data))
  const stopped = new Promise<void>((resolve, reject) => {
    recorder.addEventListener('stop', () => resolve())
    recorder.addEventListener('error', () => reject(new Error('the recording failed')))
  })
  recorder.start()
  return {
    stop: async () => {
      if (recorder.state !== 'inactive') recorder.stop()
      await stopped
      return { content: new Uint8Array(await new Blob(parts).arrayBuffer()), ending: 'mp4' }
    },
  }
}
