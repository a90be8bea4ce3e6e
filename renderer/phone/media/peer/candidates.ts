/** What an ICE candidate is, as far as waiting is concerned (RFC 8445 section 5.1.1). */
export type CandidateKind = 'host' | 'srflx' | 'prflx' | 'relay'

export interface CandidateWait {
  /** Whether what was found will do, once nothing new has come for `settleMs`. */
  readonly enough: (found: ReadonlySet<CandidateKind>) => boolean
  readonly settleMs: number
  readonly limitMs: number
}

/** Interfaces report within a millisecond or two of each other; what was pooled comes in one burst. */
const settleMs = 4
const pooledSettleMs = 1
const limitMs = 100

/** After this long in the pool whatever a STUN or TURN server has to say has been said. */
const gatheredMs = 500

/**
 * How long an offer or answer waits for candidates: never for "complete", which one dead STUN server puts off by 40 s.
 * The far side learns of what comes later from our own checks (RFC 8445 section 7.3.1.3).
 */
export function candidateWait(hasIceServers: boolean, pooledForMs: number): CandidateWait {
  const pooled = pooledForMs >= gatheredMs
  const reflexive = hasIceServers && !pooled
  return {
    enough: (found) => (reflexive ? found.has('srflx') || found.has('relay') : found.size > 0),
    settleMs: pooled ? pooledSettleMs : settleMs,
    limitMs,
  }
}

/** The slice of a peer connection that gathers. */
export interface Gathering {
  readonly iceGatheringState: string
  addEventListener(type: 'icecandidate', listener: (event: { readonly candidate: unknown }) => void): void
  removeEventListener(type: 'icecandidate', listener: (event: { readonly candidate: unknown }) => void): void
}

function kindOf(candidate: unknown): CandidateKind | null {
  const type = candidate !== null && typeof candidate === 'object' && 'type' in candidate ? candidate.type : null
  return type === 'host' || type === 'srflx' || type === 'prflx' || type === 'relay' ? type : null
}

/** Resolves when there is something to send, and in any case at the limit. */
export function waitForCandidates(gathering: Gathering, wait: CandidateWait): Promise<void> {
  if (gathering.iceGatheringState === 'complete') return Promise.resolve()
  return new Promise((resolve) => {
    const found = new Set<CandidateKind>()
    let settling: ReturnType<typeof setTimeout> | undefined
    const finish = () => {
      clearTimeout(settling)
      clearTimeout(limit)
      gathering.removeEventListener('icecandidate', look)
      resolve()
    }
    const look = ({ candidate }: { readonly candidate: unknown }) => {
      if (candidate === null) return finish()
      const kind = kindOf(candidate)
      if (kind !== null) found.add(kind)
      if (!wait.enough(found)) return
      clearTimeout(settling)
      settling = setTimeout(finish, wait.settleMs)
    }
    const limit = setTimeout(finish, wait.limitMs)
    gathering.addEventListener('icecandidate', look)
  })
}
