import type { IncomingInviteRequest } from 'sip.js/lib/core/index.js'

const T1_MS = 500

/** 180 that is sent until its PRACK comes (RFC 3262 section 3); resolves then. */
export function ringReliably(request: IncomingInviteRequest): Promise<void> {
  const sequence = 1 + Math.floor(Math.random() * 1_000)
  const options = () => ({ statusCode: 180, extraHeaders: ['Require: 100rel', `RSeq: ${sequence}`] })
  return new Promise((resolve) => {
    let waitMs = T1_MS
    let timer = setTimeout(again, waitMs)
    const { session } = request.progress(options())
    session.delegate = {
      onPrack(prack) {
        clearTimeout(timer)
        prack.accept()
        resolve()
      },
    }

    function again(): void {
      waitMs *= 2
      // 64 times T1, and the caller is gone.
      if (waitMs > 64 * T1_MS) return
      request.progress(options())
      timer = setTimeout(again, waitMs)
    }
  })
}
