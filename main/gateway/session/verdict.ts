import type { SessionEnd } from '../gateway.ts'

/** Decides from what the gateway says whether the session is over, and why. */
export interface Verdict {
  /** The gateway has just treated this agent as signed in. */
  accepted(): void
  refused(retcode: string): void
  /** `AgentOther_ShutdownService`: signed out for certain (spec/ccgateway.md 15.6). Decided after the event is told. */
  shutDown(): void
  /** The connection went away; true if that settles it. */
  connectionLost(): boolean
  stop(): void
}

export interface VerdictParts {
  readonly now: () => number
  readonly onEnd: (why: SessionEnd) => void
  /** Signed out by the server's own clock while we were away: to be signed in again. */
  readonly onExpired: () => void
  /** The credential may be old. */
  readonly onStaleGuid: () => unknown
  /** It is: a sign-in has to tell whether anybody else is signed in (17, "repeated ⇒ re-login"). */
  readonly onRefusedForGood: () => void
}

/** The server signs an agent out after 120 s without a word (2). */
const expiresAfterMs = 110_000

/** The shutdown event may be on its way beside the refusal. */
const graceMs = 500

/** Huawei's own client gives up at the fifth (4.1). */
const staleGuidTries = 5

/**
 * Inferred from 3.2, 11 and 16.7, which name no single sign: a forced sign-out sends the shutdown event and then
 * 100-006, a sign-in elsewhere only 100-006. After a long silence 100-006 means that the session has expired.
 */
export function createVerdict(parts: VerdictParts): Verdict {
  let lastAccepted = parts.now()
  let staleGuids = 0
  let grace: NodeJS.Timeout | undefined

  const notSignedIn = () => {
    if (parts.now() - lastAccepted > expiresAfterMs) parts.onExpired()
    else grace ??= setTimeout(elsewhere, graceMs)
  }
  const elsewhere = () => {
    stop()
    parts.onEnd('elsewhere')
  }
  const staleGuid = () => {
    staleGuids += 1
    if (staleGuids === 1) parts.onStaleGuid()
    if (staleGuids === staleGuidTries) parts.onRefusedForGood()
  }
  const stop = () => {
    clearTimeout(grace)
    grace = undefined
  }
  return {
    accepted() {
      lastAccepted = parts.now()
      staleGuids = 0
      stop()
    },
    refused(retcode) {
      if (retcode === '100-006') notSignedIn()
      if (retcode === '000-003') staleGuid()
    },
    shutDown() {
      const expired = parts.now() - lastAccepted > expiresAfterMs
      queueMicrotask(() => (expired ? parts.onExpired() : parts.onEnd('by-team-lead')))
    },
    connectionLost() {
      const settled = grace !== undefined
      if (settled) elsewhere()
      return settled
    },
    stop,
  }
}
