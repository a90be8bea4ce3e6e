/** The slice of an RTCDTMFSender that is used. */
export interface EventSender {
  insertDTMF(tones: string, durationMs: number, gapMs: number): void
  addEventListener(type: 'tonechange', listener: (event: { readonly tone: string }) => void): void
  removeEventListener(type: 'tonechange', listener: (event: { readonly tone: string }) => void): void
}

/** Nothing is told of keys that are cut off: when the connection is closed, for one. */
const graceMs = 2_000

/** Sends keys as RTP events (RFC 4733); resolves when the last one is out. */
export function sendEvents(sender: EventSender, keys: string, toneMs: number, gapMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(limit)
      sender.removeEventListener('tonechange', listen)
      settle()
    }
    // The empty tone says that there are no more (W3C WebRTC 7.3).
    const listen = ({ tone }: { readonly tone: string }) => {
      if (tone === '') finish(resolve)
    }
    const limitMs = keys.length * (toneMs + gapMs) + graceMs
    const limit = setTimeout(() => finish(() => reject(new Error('the keys were not sent'))), limitMs)
    sender.addEventListener('tonechange', listen)
    sender.insertDTMF(keys, toneMs, gapMs)
  })
}
