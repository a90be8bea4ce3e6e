import { z } from 'zod'
import type { CommandResult, EmailsRequests } from '#contract'
import type { Answer, Ask } from '../files/store/ask.ts'

export interface DropSite {
  /** The company's server in front of API Fabric, as the media cache's `url` names it. */
  readonly url: string
  readonly appKey?: string
  readonly ask: Ask
}

export interface DropOptions {
  /** Null: this site has no such server. */
  readonly site: () => DropSite | null
  /** The gateway session's GUID, by which that server knows the agent. */
  readonly guid: () => string | null
}

/** Where dropMail stands on every host of the platform's (spec/media-and-services.md 2.7). */
const PATH = '/apiaccess/rest/ccmessaging/v1/emailchannel/dropMail'
const PATIENCE_MS = 10_000

const envelope = z.object({ resultCode: z.union([z.string(), z.number()]).transform(String) })

/**
 * Discarding an e-mail is no operation of CC-Gateway's: it goes the way the files go, through the company's server.
 * That `emailId` is the message's own id is inferred (chapter 11, 2).
 */
export function createEmails({ site, guid }: DropOptions): { readonly requests: EmailsRequests } {
  return {
    requests: {
      'emails.drop': async ({ messageId }) => {
        const at = site()
        if (at === null) return { ok: false, reason: 'not-possible-now' }
        const body = Buffer.from(JSON.stringify({ emailId: messageId }))
        const credential = guid()
        const answer = await at.ask({
          url: new URL(PATH, at.url),
          headers: {
            'content-type': 'application/json; charset=UTF-8',
            ...(at.appKey !== undefined && { 'x-app-key': at.appKey }),
            ...(credential !== null && { guid: credential }),
          },
          ...{ pieces: [body], length: body.byteLength, onSent: () => undefined, maxAnswerBytes: 65_536 },
          given: AbortSignal.timeout(PATIENCE_MS),
        })
        return resultOf(answer)
      },
    },
  }
}

function resultOf(answer: Answer): CommandResult {
  if (!answer.ok) return { ok: false, reason: answer.reason === 'no-answer' ? 'no-answer' : 'refused' }
  // An answer that says nothing of a result has said yes with its status.
  const code = codeIn(answer.body.toString('utf8'))
  return code === undefined || /^0+$/.test(code)
    ? { ok: true }
    : { ok: false, reason: 'refused', retcode: code.slice(0, 40) }
}

function codeIn(text: string): string | undefined {
  try {
    return envelope.safeParse(JSON.parse(text)).data?.resultCode
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
